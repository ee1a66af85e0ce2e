using Rounds.Platform.Web;

namespace Rounds.Features.Topics;

public static class TopicsFeature
{
    public static IServiceCollection AddTopics(this IServiceCollection services) => services.AddScoped<TopicAccess>();

    public static void MapTopics(this Doors doors)
    {
    }
}
