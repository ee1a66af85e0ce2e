using Rounds.Platform.Web;

namespace Rounds.Features.Suggestions;

public static class SuggestionsFeature
{
    public static IServiceCollection AddSuggestions(this IServiceCollection services) => services;

    public static void MapSuggestions(this Doors doors)
    {
    }
}
