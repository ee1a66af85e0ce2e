namespace Rounds.Features.Measure;

/// <summary>Counting, without cookies and without addresses.</summary>
public static class MeasureFeature
{
    public static IServiceCollection AddMeasure(this IServiceCollection services) => services
        .AddSingleton<ViewCounter>()
        .AddHostedService(provider => provider.GetRequiredService<ViewCounter>());
}
