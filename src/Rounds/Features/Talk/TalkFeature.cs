using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

public static class TalkFeature
{
    public static IServiceCollection AddTalk(this IServiceCollection services) => services;

    public static void MapTalk(this Doors doors)
    {
    }
}
