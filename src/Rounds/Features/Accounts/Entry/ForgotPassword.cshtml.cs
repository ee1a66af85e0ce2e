using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Rounds.Platform.Mail;
using Rounds.Platform.Web;

namespace Rounds.Features.Accounts.Entry;

/// <summary>Asks for a link to a new password. The answer is the same whether or not there is such an account.</summary>
[AllowAnonymous, EnableRateLimiting(Doors.SignInRate)]
public sealed class ForgotPasswordModel(PasswordLinks links, Mailer mailer, SiteAddress address, IOptions<RoundsOptions> options) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Type the e-mail address or handle of your account."), StringLength(254, ErrorMessage = "A handle or e-mail address is shorter than that.")]
    public string Name { get; set; } = "";

    public bool IsDone { get; private set; }

    public bool IsMailConnected => mailer.IsConnected;

    /// <summary>
    /// Without a public address in the settings, links take the Host that the asker sent. Over real mail that would let a
    /// stranger send people links of ours to a site of theirs, so only this machine's own names are believed then.
    /// </summary>
    public bool IsAddressKnown => !mailer.IsConnected || options.Value.PublicUrl is { Length: > 0 } || Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || !IsAddressKnown)
        {
            return Page();
        }

        await links.OrderMailAsync(Name, address.Of(Request), cancel);
        IsDone = true;
        return Page();
    }
}
