using System.Globalization;
using System.Security.Claims;

namespace Rounds.Platform.Web;

/// <summary>Reads the signed-in person from the claims of the cookie, without asking the database.</summary>
public static class CurrentUser
{
    /// <summary>The id of the signed-in person, or 0 for a guest.</summary>
    public static long Id(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public static bool IsSignedIn(this ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true;
}
