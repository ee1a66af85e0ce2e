using System.Security.Claims;

namespace Rounds.Features.Accounts;

/// <summary>What a person's roles on the site allow.</summary>
public static class RoleRules
{
    /// <summary>May open topics: owners and curators of the site.</summary>
    public static bool MayOpenTopics(this ClaimsPrincipal user) => user.IsInRole(SiteRoles.Owner) || user.IsInRole(SiteRoles.Curator);
}

/// <summary>The roles in the words of those who choose between them.</summary>
public static class RoleWords
{
    public static string Describe(string role) => role switch
    {
        SiteRoles.Owner => "Owner: does everything, invites people and gives roles.",
        SiteRoles.Curator => "Curator: opens topics and publishes.",
        SiteRoles.Approver => "Approver: clears or returns what is held before it is sent.",
        SiteRoles.Moderator => "Moderator: judges comments and reports on all topics.",
        _ => "Reader: comments and follows under their own name.",
    };
}
