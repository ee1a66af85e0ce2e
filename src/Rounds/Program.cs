Console.WriteLine("Rounds");
