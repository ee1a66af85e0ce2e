using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rounds.Data;
using Rounds.Features.Topics;

namespace Rounds.Features.Leads;

/// <summary>The form that closes a topic's page. Its consent wording is versioned: a lead keeps the words it agreed to.</summary>
public sealed class ContactForm : ITopicOwned
{
    private ContactForm() { }

    public ContactForm(long topicId) => TopicId = topicId;

    public long TopicId { get; private set; }
    public bool IsOpen { get; private set; }
    public string Heading { get; private set; } = "";
    public string Intro { get; private set; } = "";
    public string Consent { get; private set; } = "";
    public int ConsentVersion { get; private set; }

    /// <summary>The form of a topic whose curators have not written their own: open, with wording that promises little and keeps it.</summary>
    public static ContactForm AsShipped(long topicId, string topicTitle)
    {
        var form = new ContactForm(topicId);
        form.Word(
            true,
            $"Would you like help with {topicTitle}?",
            "Tell us what you are working on, and we will write back.",
            "I agree that my name, e-mail address and message are kept and used to answer me, and for nothing else. I can ask for them to be deleted at any time.");
        return form;
    }

    public void Word(bool isOpen, string heading, string intro, string consent)
    {
        (IsOpen, Heading, Intro) = (isOpen, PlainText.Of(heading).Trim(), PlainText.Of(intro).Trim());
        consent = PlainText.Of(consent).Trim();
        if (consent != Consent)
        {
            Consent = consent;
            ConsentVersion++;
        }
    }

    public sealed class Mapping : IEntityTypeConfiguration<ContactForm>
    {
        public void Configure(EntityTypeBuilder<ContactForm> entity)
        {
            entity.HasKey(f => f.TopicId);
            entity.Property(f => f.TopicId).ValueGeneratedNever();
            entity.HasOne<Topic>().WithOne().HasForeignKey<ContactForm>(f => f.TopicId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public enum LeadState
{
    New,
    Answered,
    Closed,
    Spam,
}

/// <summary>A reader who asked to be contacted, with the consent given word for word.</summary>
public sealed class Lead
{
    private Lead() { }

    public long Id { get; private set; }
    public long TopicId { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Message { get; private set; } = "";
    public string Consent { get; private set; } = "";
    public int ConsentVersion { get; private set; }
    public LeadState State { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public long? DecidedById { get; private set; }

    public static Lead Receive(ContactForm form, string name, string email, string message, DateTimeOffset now) => new()
    {
        TopicId = form.TopicId,
        Name = PlainText.Of(name).Trim(),
        Email = PlainText.Of(email).Trim(),
        Message = PlainText.Of(message).Trim(),
        Consent = form.Consent,
        ConsentVersion = form.ConsentVersion,
        ReceivedAt = now,
    };

    public void Become(LeadState state, long byId, DateTimeOffset now) => (State, DecidedById, DecidedAt) = (state, byId, now);

    public sealed class Mapping : IEntityTypeConfiguration<Lead>
    {
        public void Configure(EntityTypeBuilder<Lead> entity)
        {
            entity.Property(l => l.State).HasConversion<string>();
            entity.HasIndex(l => new { l.TopicId, l.State, l.ReceivedAt });
            entity.HasOne<Topic>().WithMany().HasForeignKey(l => l.TopicId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
