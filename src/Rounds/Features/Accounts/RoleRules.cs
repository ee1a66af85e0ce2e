using System.Security.Claims;

namespace Rounds.Features.Accounts;

/// <summary>What a person's roles on the site allow.</summary>
public static class RoleRules
{
    /// <summary>May open topics: owners and curators of the site.</summary>
    public static bool MayOpenTopics(this ClaimsPrincipal user) => user.IsInRole(SiteRoles.Owner) || user.IsInRole(SiteRoles.Curator);
}
