namespace Rounds.Platform.Web;

/// <summary>What a page says of itself, so that its views are counted and guests can be served a copy of it.</summary>
/// <param name="Tag">What the page shows, such as a topic: its copies are dropped when that changes.</param>
/// <param name="Subject">Handed to <see cref="GuestPages.Served"/> each time the page is served, copy or not.</param>
public sealed record ServedPage(string Tag, object? Subject);

public static class ServedPageExtensions
{
    /// <summary>To be called by pages that are the same for every guest: no token, no cookie, nothing of the person's own.</summary>
    public static void ServeToGuests(this HttpContext context, string tag, object? subject = null) =>
        context.Features.Set(new ServedPage(tag, subject));
}
