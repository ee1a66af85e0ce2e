namespace Rounds.Platform.Web;

/// <summary>What a page says of itself, so that its views are counted and guests can be served a copy of it.</summary>
/// <param name="Tag">What the page shows, such as a topic: its copies are dropped when that changes.</param>
/// <param name="Subject">Handed to <see cref="GuestPages.Served"/> each time the page is served, copy or not.</param>
/// <param name="ChangesBefore">How often that had changed when making the page began.</param>
public sealed record ServedPage(string Tag, object? Subject, int ChangesBefore);

public static class ServedPageExtensions
{
    /// <summary>
    /// To be called by a page before it reads what it shows. Only pages whose query is <c>page</c> or empty are copied:
    /// anything else is a form's answer, or an address made up by a robot.
    /// </summary>
    public static void ServeToGuests(this HttpContext context, string tag, object? subject = null)
    {
        var pages = context.RequestServices.GetRequiredService<GuestPages>();
        context.Features.Set(new ServedPage(tag, subject, pages.Changes(tag)));
    }
}
