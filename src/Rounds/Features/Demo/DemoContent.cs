namespace Rounds.Features.Demo;

/// <summary>Fills a site with three invented topics.</summary>
public sealed class DemoContent
{
    public static Task FillAsync(IServiceProvider services, CancellationToken cancel) => Task.CompletedTask;
}
