using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rounds.Features.Site;

/// <summary>What people see when a request failed: what happened, and what to do next.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    [FromRoute]
    public int Code { get; set; }

    public string Heading => Code switch
    {
        404 => "There is nothing here",
        400 => "That did not reach us whole",
        413 => "That is too large",
        429 => "One moment, please",
        >= 500 => "Something broke on our side",
        _ => "That did not work",
    };

    public string Advice => Code switch
    {
        404 => "The page may have moved, or it may not be yours to see. If somebody sent you the link, ask whether you need to sign in.",
        400 => "The form was open for a long time, or came from another site. Go back, reload the page, and send it again: your browser keeps what you typed.",
        413 => "Files can be up to 10 MB each.",
        429 => "A lot has come from your network in the last minutes. Wait ten minutes and send it again: go back, and your browser keeps what you typed.",
        >= 500 => "It has been written to the log. Try again in a minute; if it stays, tell whoever looks after this site.",
        _ => "Go back and try again.",
    };

    public void OnGet()
    {
    }

    public void OnPost()
    {
    }
}
