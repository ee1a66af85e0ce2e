using Microsoft.AspNetCore.Http.HttpResults;

namespace Rounds.Features.Accounts;

/// <summary>Where somebody goes who has just signed in.</summary>
public static class Landing
{
    public const string Desk = "/desk";

    /// <summary>Back to where they came from, when that is on this site: a link from elsewhere must not send them away with our blessing.</summary>
    public static string For(string? from) => from is { Length: > 1 } && RedirectHttpResult.IsLocalUrl(from) ? from : Desk;
}
