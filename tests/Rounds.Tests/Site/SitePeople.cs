using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Rounds.Data;
using Rounds.Extraction.Gates;
using Rounds.Features.Accounts;
using Rounds.Features.Posts;
using Rounds.Features.Topics;

namespace Rounds.Tests;

/// <summary>Who visits, and what they find: people, topics and posts that a test starts from.</summary>
public abstract partial class Site
{
    private const string NobodyInParticular = "avery";

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Guest() => new(Address, Clock, () => Log.LastFault);

    /// <summary>Somebody who is: made if missing, given the role, and handed the session cookie without the sign-in page.</summary>
    public async Task<Visitor> SignInAsync(string handle, string siteRole = SiteRoles.Curator)
    {
        await using var scope = Services.CreateAsyncScope();
        var user = await PersonAsync(scope.ServiceProvider, handle, siteRole);
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow() + cookie.ExpireTimeSpan };
        var ticket = new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme);
        var visitor = Guest();
        visitor.Cookies.Put(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
        return visitor;
    }

    /// <summary>The person with a handle; made with the role if missing.</summary>
    public async Task<User> PersonAsync(string handle, string siteRole = SiteRoles.Curator)
    {
        await using var scope = Services.CreateAsyncScope();
        return await PersonAsync(scope.ServiceProvider, handle, siteRole);
    }

    /// <param name="title">Its slug is made from it, and a number where that is taken.</param>
    /// <param name="curator">Handle of the topic's curator; without one the topic has none.</param>
    /// <param name="isPrivate">Seen by its members only.</param>
    public async Task<Topic> OpenTopicAsync(string title, string? curator = null, bool isPrivate = false)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundsDb>();
        var now = Clock.GetUtcNow();
        var slug = Slugs.From(title);
        var taken = await db.Topics.CountAsync(t => t.Slug == slug || t.Slug.StartsWith(slug + "-"));
        var topic = Topic.Open(title, taken == 0 ? slug : $"{slug}-{taken + 1}", now);
        topic.Describe(title, "", [], "en", isPrivate, now);
        db.Topics.Add(topic);
        await db.SaveChangesAsync();
        if (curator is not null)
        {
            var user = await PersonAsync(scope.ServiceProvider, curator, SiteRoles.Curator);
            db.TopicMembers.Add(new TopicMember(topic.Id, user.Id, TopicRole.Curator, now));
            await db.SaveChangesAsync();
        }

        return topic;
    }

    /// <summary>A published link, a second younger than the one before it, by the topic's curator.</summary>
    public async Task<Post> PublishAsync(Topic topic, string title, Action<Post>? adjust = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundsDb>();
        var now = Clock.GetUtcNow();
        var curator = await db.TopicMembers.Where(m => m.TopicId == topic.Id && m.Role == TopicRole.Curator).Select(m => m.UserId).FirstOrDefaultAsync();
        var curatorId = curator != 0 ? curator : (await PersonAsync(scope.ServiceProvider, NobodyInParticular, SiteRoles.Curator)).Id;
        var post = Post.Write(topic.Id, PostKind.Link, curatorId, now);
        post.Entitle(title);
        var source = string.Create(CultureInfo.InvariantCulture, $"https://source.example/{Slugs.From(title)}-{now.UtcTicks}");
        post.Quote(source, "Source Example", "Robin Writer", now.AddDays(-1), $"What the source says about {title}.");
        adjust?.Invoke(post);
        post.Publish(now);
        db.Posts.Add(post);
        await db.SaveChangesAsync();
        db.PostTags.AddRange(post.Tags.Select(t => new PostTag(topic.Id, post.Id, Tag.Slug(t), t)));
        if (post.SourceUrl is { } url && CanonicalUrl.Key(new Uri(url)) is { Length: > 0 } key)
        {
            db.PostAddresses.Add(new PostAddress(topic.Id, post.Id, key));
        }

        await db.SaveChangesAsync();
        return post;
    }

    private async Task<User> PersonAsync(IServiceProvider services, string handle, string siteRole)
    {
        var people = services.GetRequiredService<UserManager<User>>();
        var user = await people.FindByNameAsync(handle);
        if (user is null)
        {
            user = new User { UserName = handle, DisplayName = handle, Email = $"{handle}@people.example", CreatedAt = Clock.GetUtcNow() };
            Succeed(await people.CreateAsync(user));
        }

        if (!await people.IsInRoleAsync(user, siteRole))
        {
            Succeed(await people.AddToRoleAsync(user, siteRole));
        }

        return user;
    }

    private static void Succeed(IdentityResult result) =>
        Assert.True(result.Succeeded, string.Join(' ', result.Errors.Select(e => e.Description)));
}
