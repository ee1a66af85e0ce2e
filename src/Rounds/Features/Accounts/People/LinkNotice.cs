using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Rounds.Features.Accounts.Invitations;
using Rounds.Platform.Mail;

namespace Rounds.Features.Accounts.People;

/// <summary>Carries a one-time link to the next page, encrypted in the sender's cookie, where it is shown once.</summary>
internal static class LinkNotice
{
    public static void Show(this ITempDataDictionary notices, WrittenInvitation written)
    {
        notices.ShowLink("The invitation's link", written.Link);
        notices["LinkMail"] = written.Mail switch
        {
            MailOutcome.Sent => "It was also sent by e-mail.",
            MailOutcome.LeftInOutbox => "It could not be sent by e-mail: the message lies in the folder “outbox” of the site's data folder.",
            _ => null,
        };
    }

    public static void ShowLink(this ITempDataDictionary notices, string title, string link)
    {
        notices["LinkTitle"] = title;
        notices["Link"] = link;
    }
}
