using System.Globalization;
using System.Net;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Rounds.Features.Leads;
using Rounds.Features.Topics;

namespace Rounds.Tests.Leads;

/// <summary>The form that closes a topic's page, and the curators' inbox.</summary>
public abstract class LeadTests(Site site)
{
    private const string Form = ".contact form";

    [Fact]
    public async Task A_new_topic_has_an_open_form_and_a_message_arrives_with_the_words_agreed_to()
    {
        var topic = await site.OpenTopicAsync("Patient leaflets");
        var guest = site.Guest();
        var page = await guest.GetAsync($"/t/{topic.Slug}");
        Assert.Equal("Would you like help with Patient leaflets?", page.TextOf(".contact h2"));
        Assert.Null(page.Html.QuerySelector(".contact [name=form-token]"));

        var thanks = await guest.SubmitAsync(page, Form, new { Name = "Ines", Email = "ines@people.example", Message = "We rewrite ours.", Agrees = true });

        Assert.Contains("Your message has arrived", thanks.Text);
        var lead = Assert.Single(await AllAsync(topic));
        Assert.Equal(("Ines", "ines@people.example", "We rewrite ours.", LeadState.New, 1), (lead.Name, lead.Email, lead.Message, lead.State, lead.ConsentVersion));
        Assert.StartsWith("I agree that my name", lead.Consent);
        Assert.Empty(guest.Cookies.Names);
    }

    [Theory]
    [InlineData("", "ines@people.example", "Words.", true, "Write your name")]
    [InlineData("Ines", "ines", "Words.", true, "does not look like an e-mail address")]
    [InlineData("Ines", "ines@people.example", "", true, "Write what you would like help with")]
    [InlineData("Ines", "ines@people.example", "Words.", false, "only if you agree")]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost(string name, string email, string message, bool agrees, string problem)
    {
        var topic = await site.OpenTopicAsync("Half filled");
        var guest = site.Guest();

        var again = await guest.SubmitAsync(await guest.GetAsync($"/t/{topic.Slug}"), Form, new { Name = name, Email = email, Message = message, Agrees = agrees });

        Assert.Contains(problem, again.TextOf(".form-errors"));
        Assert.Equal(name, again.Find("#contact-name").GetAttribute("value") ?? "");
        Assert.Equal(email, again.Find("#contact-email").GetAttribute("value") ?? "");
        Assert.Equal(message, again.TextOf("#contact-message"));
        Assert.Equal(agrees, again.Find("#contact-agrees").HasAttribute("checked"));
        Assert.Empty(await AllAsync(topic));
    }

    [Fact]
    public async Task Words_that_changed_since_the_page_was_opened_are_agreed_to_anew()
    {
        var topic = await site.OpenTopicAsync("New words", curator: "noor");
        var guest = site.Guest();
        var page = await guest.GetAsync($"/t/{topic.Slug}");
        await WordAsync(topic, new { Consent = "I agree to everything the new words say." });

        var again = await guest.SubmitAsync(page, Form, new { Name = "Ines", Email = "ines@people.example", Message = "Hello.", Agrees = true });
        Assert.Contains("have changed", again.TextOf(".form-errors"));
        Assert.False(again.Find("#contact-agrees").HasAttribute("checked"));
        Assert.Empty(await AllAsync(topic));
        await guest.SubmitAsync(again, Form, new { Agrees = true });

        var lead = Assert.Single(await AllAsync(topic));
        Assert.Equal(("I agree to everything the new words say.", 2), (lead.Consent, lead.ConsentVersion));
    }

    [Fact]
    public async Task A_message_with_a_link_is_checked_first()
    {
        var topic = await site.OpenTopicAsync("Linked");
        var guest = site.Guest();

        var check = await guest.SubmitAsync(
            await guest.GetAsync($"/t/{topic.Slug}"), Form, new { Name = "Ines", Email = "ines@people.example", Message = "See www.leaflets.example", Agrees = true });
        Assert.Equal("Check and send", check.TextOf("h1"));
        Assert.Empty(await AllAsync(topic));
        site.Clock.Advance(TimeSpan.FromSeconds(4));
        await guest.SubmitAsync(check, Form);

        Assert.Single(await AllAsync(topic));
    }

    [Fact]
    public async Task What_no_text_may_hold_is_left_out()
    {
        var topic = await site.OpenTopicAsync("Hostile message");
        var guest = site.Guest();

        await guest.SubmitAsync(await guest.GetAsync($"/t/{topic.Slug}"), Form, new { Name = "I\u0001nes", Email = "ines@people.example", Message = "Hel\u0002lo", Agrees = true });

        var lead = Assert.Single(await AllAsync(topic));
        Assert.Equal(("Ines", "Hello"), (lead.Name, lead.Message));
    }

    [Fact]
    public async Task The_curator_words_the_form_and_guests_see_it_at_once()
    {
        var topic = await site.OpenTopicAsync("Own words", curator: "noor");
        var guest = site.Guest();
        await guest.GetAsync($"/t/{topic.Slug}");

        var after = await WordAsync(topic, new { Heading = "Shall we read your leaflet?", Intro = "Send it." });

        Assert.Contains("with these words", after.TextOf(".notice"));
        var page = await guest.GetAsync($"/t/{topic.Slug}");
        Assert.Equal("Shall we read your leaflet?", page.TextOf(".contact h2"));
        Assert.Equal(1, (await FormAsync(topic)).ConsentVersion);
    }

    [Fact]
    public async Task A_form_without_words_to_agree_to_is_not_saved()
    {
        var topic = await site.OpenTopicAsync("No consent", curator: "noor");

        var again = await WordAsync(topic, new { Consent = "", Intro = "Kept." });

        Assert.Contains("Without words to agree to", again.TextOf(".form-errors"));
        Assert.Equal("Kept.", again.TextOf("#Input_Intro"));
        Assert.False(await site.InDbAsync(db => db.ContactForms.AnyAsync(f => f.TopicId == topic.Id)));
    }

    [Fact]
    public async Task A_closed_form_is_hidden_and_a_late_message_is_not_lost()
    {
        var topic = await site.OpenTopicAsync("Closing", curator: "noor");
        var guest = site.Guest();
        var page = await guest.GetAsync($"/t/{topic.Slug}");
        await WordAsync(topic, new { IsOpen = false });

        Assert.Null((await guest.GetAsync($"/t/{topic.Slug}")).Html.QuerySelector(".contact"));
        var late = await guest.SubmitAsync(page, Form, new { Name = "Ines", Email = "ines@people.example", Message = "Still there?", Agrees = true });

        Assert.Contains("This form is closed", late.Text);
        Assert.Contains("Still there?", late.TextOf("blockquote"));
        Assert.Empty(await AllAsync(topic));
    }

    [Fact]
    public async Task The_inbox_moves_messages_from_state_to_state()
    {
        var topic = await site.OpenTopicAsync("Inbox", curator: "noor");
        var id = await AddAsync(topic, "Ines", "Hello there.");
        var noor = await site.SignInAsync("noor");

        var inbox = await noor.GetAsync($"/t/{topic.Slug}/leads");
        Assert.Contains("Hello there.", inbox.Text);
        Assert.Contains("New (1)", inbox.TextOf("nav.tabs"));
        var after = await noor.SubmitAsync(inbox, $"#lead-{id} button[value=answered]");

        Assert.Contains("Nobody waits for an answer", after.Text);
        Assert.Contains("Hello there.", (await noor.GetAsync($"/t/{topic.Slug}/leads?state=answered")).Text);
        var lead = Assert.Single(await AllAsync(topic));
        Assert.Equal(LeadState.Answered, lead.State);
        Assert.NotNull(lead.DecidedById);
    }

    [Fact]
    public async Task The_export_holds_everything_and_runs_no_formula()
    {
        var topic = await site.OpenTopicAsync("Export", curator: "noor");
        await AddAsync(topic, "=HYPERLINK(\"https://evil.example\")", "Line one\nwith \"quotes\", commas");
        await AddAsync(topic, "Zoë", "+1 555 0100");
        var noor = await site.SignInAsync("noor");

        var file = await noor.GetAsync($"/t/{topic.Slug}/leads.csv");

        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"leads-{topic.Slug}.csv", file.Response.Content.Headers.ContentDisposition?.FileName);
        using var csv = new CsvReader(new StringReader(file.Text.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Select(r => (IDictionary<string, object>)r).ToList();
        Assert.Equal(["'=HYPERLINK(\"https://evil.example\")", "Zoë"], rows.Select(r => r["name"]));
        Assert.Equal(["Line one\nwith \"quotes\", commas", "'+1 555 0100"], rows.Select(r => r["message"]));
        Assert.DoesNotContain("Zoë", (await noor.GetAsync($"/t/{topic.Slug}/leads.csv?state=spam")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await noor.GetAsync($"/t/{topic.Slug}/leads.csv?state=7")).Status);
    }

    [Fact]
    public async Task Deleting_asks_first_and_is_for_good()
    {
        var topic = await site.OpenTopicAsync("Purge", curator: "noor");
        var id = await AddAsync(topic, "Ines", "Forget me.");
        var noor = await site.SignInAsync("noor");

        var ask = await noor.GetAsync((await noor.GetAsync($"/t/{topic.Slug}/leads")).Find($"#lead-{id} a[href$='/removal']").GetAttribute("href")!);
        Assert.Contains("Forget me.", ask.Text);
        Assert.Single(await AllAsync(topic));
        var after = await noor.SubmitAsync(ask, "main form");

        Assert.Contains("is deleted", after.TextOf(".notice"));
        Assert.Empty(await AllAsync(topic));
    }

    [Fact]
    public async Task Contributors_and_strangers_see_no_leads()
    {
        var topic = await site.OpenTopicAsync("Not theirs", curator: "noor");
        var id = await AddAsync(topic, "Ines", "For curators.");
        var helper = await site.PersonAsync("helper");
        await site.InDbAsync(db =>
        {
            db.TopicMembers.Add(new TopicMember(topic.Id, helper.Id, TopicRole.Contributor, site.Clock.GetUtcNow()));
            return db.SaveChangesAsync();
        });

        foreach (var visitor in (Visitor[])[await site.SignInAsync("helper"), await site.SignInAsync("olu")])
        {
            foreach (var path in (string[])["leads", "leads.csv", "form", $"leads/{id}/removal"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/t/{topic.Slug}/{path}")).Status);
            }
        }

        Assert.StartsWith("/sign-in", (await site.Guest().GetAsync($"/t/{topic.Slug}/leads")).Path);
    }

    private async Task<VisitedPage> WordAsync(Topic topic, object fields)
    {
        var noor = await site.SignInAsync("noor");
        return await noor.SubmitAsync(await noor.GetAsync($"/t/{topic.Slug}/form"), "main form", fields);
    }

    private Task<ContactForm> FormAsync(Topic topic) => site.InDbAsync(db => db.ContactForms.SingleAsync(f => f.TopicId == topic.Id));

    private Task<long> AddAsync(Topic topic, string name, string message) => site.InDbAsync(async db =>
    {
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var lead = Lead.Receive(ContactForm.AsShipped(topic.Id, topic.Title), name, "someone@people.example", message, site.Clock.GetUtcNow());
        db.Leads.Add(lead);
        await db.SaveChangesAsync();
        return lead.Id;
    });

    private Task<List<Lead>> AllAsync(Topic topic) => site.InDbAsync(db => db.Leads.Where(l => l.TopicId == topic.Id).ToListAsync());
}

public sealed class LeadTestsOnSqlite(SqliteSite site) : LeadTests(site), IClassFixture<SqliteSite>;

public sealed class LeadTestsOnPostgres(PostgresSite site) : LeadTests(site), IClassFixture<PostgresSite>;
