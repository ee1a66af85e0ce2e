using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Rounds.Features.Accounts;

/// <summary>
/// An address that the mailer can write to. The framework's own check only looks for an @, and what passes it
/// could still fail when the message is made.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MailboxAttribute() : ValidationAttribute("This does not look like an e-mail address. Write it as name@example.org.")
{
    public override bool IsValid(object? value) =>
        value is not string typed || typed.Length == 0
        || (typed.Length <= 254 && MailAddress.TryCreate(typed.Trim(), out var mailbox) && mailbox.Address == typed.Trim() && !typed.Any(char.IsControl));
}
