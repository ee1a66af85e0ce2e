using System.Net;
using System.Net.Sockets;

namespace Rounds.Tests.Platform;

/// <summary>A server that says whatever a test wants, right or wrong, once the request's head has come.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<NetworkStream, CancellationToken, Task> _answer;
    private Task _serving = Task.CompletedTask;

    private RawServer(Func<NetworkStream, CancellationToken, Task> answer) => _answer = answer;

    public string Authority => _listener.LocalEndpoint.ToString()!;

    public string Address => $"http://{Authority}/";

    /// <summary>The first request has come.</summary>
    public Task Answered => _answered.Task;

    public static RawServer Start(Func<NetworkStream, CancellationToken, Task> answer)
    {
        var server = new RawServer(answer);
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
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                await ReadHeadAsync(stream);
                _answered.TrySetResult();
                await _answer(stream, _stop.Token);
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException)
            {
                // The other side hung up, or the test is over.
            }
        }
    }

    private async Task ReadHeadAsync(NetworkStream stream)
    {
        var last = 0;
        var one = new byte[1];
        while (last != 0x0D0A0D0A && await stream.ReadAsync(one, _stop.Token) == 1)
        {
            last = last << 8 | one[0];
        }
    }
}
