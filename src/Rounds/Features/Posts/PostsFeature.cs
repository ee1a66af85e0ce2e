using Rounds.Platform.Web;

namespace Rounds.Features.Posts;

public static class PostsFeature
{
    public static IServiceCollection AddPosts(this IServiceCollection services) => services;

    public static void MapPosts(this Doors doors)
    {
    }
}
