using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Rounds.Data;
using Rounds.Features.Accounts;

namespace Rounds.Tests;

/// <summary>
/// The real program on a loopback port with a database of its own: one for each test class. Only the clock is fake, and
/// of the rest of the web there is only <see cref="Web"/>.
/// </summary>
public abstract partial class Site : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"rounds-test-{Guid.NewGuid():n}");
    private WebApplication? _app;
    private LocalWeb? _web;
    private Uri? _address;

    public IServiceProvider Services => Running().Services;

    public FakeClock Clock { get; } = new();

    public SiteLog Log { get; } = new();

    public LocalWeb Web => Running() is null ? null! : _web!;

    public Uri Address => Running() is null ? null! : _address!;

    public string DataFolder => Running() is null ? null! : _folder;

    /// <summary>Why this site cannot run here, or null. Asked for before anything is started.</summary>
    protected virtual string? Missing => null;

    public async Task InitializeAsync()
    {
        if (Missing is null)
        {
            _web = await LocalWeb.StartAsync();
            await PrepareDatabaseAsync(_folder);
            await StartAsync(_ => { }, []);
        }
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await StopAsync();
            await _web!.DisposeAsync();
            await DropDatabaseAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Stops the program and starts it again on the same data, with settings such as <c>--Rounds:GuestPageSeconds=0</c>.</summary>
    public Task RestartAsync(params string[] settings) => RestartAsync(_ => { }, settings);

    /// <summary>The same, with services of the test's own, such as a job that it can hold.</summary>
    public async Task RestartAsync(Action<WebApplicationBuilder> adjust, params string[] settings)
    {
        Running();
        await StopAsync();
        await StartAsync(adjust, settings);
    }

    /// <summary>Waits for what happens behind the pages, such as a job; fails after twenty seconds.</summary>
    public async Task WaitAsync(Func<Task<bool>> until)
    {
        var started = Stopwatch.StartNew();
        while (!await until())
        {
            if (started.Elapsed > TimeSpan.FromSeconds(20))
            {
                throw new Xunit.Sdk.XunitException($"Waited twenty seconds in vain. Last fault in the log: {Log.LastFault}");
            }

            await Task.Delay(20);
        }
    }

    public async Task<T> InDbAsync<T>(Func<RoundsDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<RoundsDb>());
    }

    protected abstract Task PrepareDatabaseAsync(string folder);

    protected abstract Task DropDatabaseAsync();

    /// <summary>Settings that lead to the database, at every start.</summary>
    protected virtual IEnumerable<string> OwnSettings => [];

    private async Task StartAsync(Action<WebApplicationBuilder> adjust, string[] settings)
    {
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            $"--Rounds:Data={_folder}",
            $"--Rounds:TestHosts={_web!.Authority}",

            // A watcher of settings files for each site would use up the machine's.
            "--hostBuilder:reloadConfigOnChange=false",
            .. OwnSettings,
            .. settings,
        ];
        _app = Program.Build(args, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            builder.Logging.ClearProviders().AddProvider(Log);
            adjust(builder);
        });
        await Program.StartAsync(_app, CancellationToken.None);
        _address = new Uri(_app.Urls.First());
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OwnerSetup>().MakeRolesAsync();
    }

    private async Task StopAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }

    private WebApplication Running() => _app ?? throw new NotRunException(Missing ?? "The site was not started.");
}
