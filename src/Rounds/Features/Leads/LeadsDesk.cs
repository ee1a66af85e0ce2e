using Microsoft.EntityFrameworkCore;
using Rounds.Data;

namespace Rounds.Features.Leads;

/// <summary>Takes in leads, and keeps the form they come by.</summary>
public sealed class LeadsDesk(RoundsDb db, TimeProvider clock)
{
    public async Task ReceiveAsync(ContactForm form, ContactInput input, CancellationToken cancel)
    {
        db.Leads.Add(Lead.Receive(form, input.Name!, input.Email!, input.Message!, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
    }

    public async Task SettleAsync(Lead lead, LeadState state, long byId, CancellationToken cancel)
    {
        lead.Become(state, byId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>For good: a person who withdraws consent is forgotten, not hidden.</summary>
    public async Task PurgeAsync(Lead lead, CancellationToken cancel)
    {
        db.Leads.Remove(lead);
        await db.SaveChangesAsync(cancel);
    }

    /// <param name="shown">The form as it was before, shipped or stored: its consent version goes on counting.</param>
    /// <param name="input">The new words.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task WordAsync(ContactForm shown, ContactFormInput input, CancellationToken cancel)
    {
        var form = await db.ContactForms.FirstOrDefaultAsync(f => f.TopicId == shown.TopicId, cancel);
        if (form is null)
        {
            form = shown;
            db.ContactForms.Add(form);
        }

        form.Word(input.IsOpen, input.Heading!, input.Intro ?? "", input.Consent!);
        await db.SaveChangesAsync(cancel);
    }
}
