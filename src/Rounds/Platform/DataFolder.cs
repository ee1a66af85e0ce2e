namespace Rounds.Platform;

/// <summary>Where everything lies that is not in the database: one folder to back up.</summary>
public sealed class DataFolder
{
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
        if (!OperatingSystem.IsWindows())
        {
            // Keys, database and mail are nobody's but the service's.
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Path { get; }

    public string Media => Folder("media");

    public string Outbox => Folder("outbox");

    public string Keys => Folder("keys");

    private string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
