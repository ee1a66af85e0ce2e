using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rounds.Tests.Platform;

/// <summary>Takes every message (RFC 5321) and remembers what was said to it.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly StringBuilder _said = new();
    private Task _serving = Task.CompletedTask;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every line that came, with its end.</summary>
    public string Said => _said.ToString();

    public static SmtpServer Start()
    {
        var server = new SmtpServer();
        server._listener.Start();
        server._serving = server.ServeAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.example at your service");
        var isMessage = false;
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            _said.Append(line).Append("\r\n");
            if (isMessage)
            {
                isMessage = line != ".";
                if (!isMessage)
                {
                    await writer.WriteLineAsync("250 Taken");
                }

                continue;
            }

            isMessage = line.Equals("DATA", StringComparison.OrdinalIgnoreCase);
            await writer.WriteLineAsync(isMessage ? "354 Go on" : line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 Goodbye" : "250 Fine");
        }
    }
}
