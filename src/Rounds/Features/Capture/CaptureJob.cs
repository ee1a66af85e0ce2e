using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rounds.Data;
using Rounds.Extraction;
using Rounds.Extraction.Gates;
using Rounds.Features.Posts;
using Rounds.Platform.Images;
using Rounds.Platform.Jobs;
using Rounds.Platform.Outbound;

namespace Rounds.Features.Capture;

/// <summary>Fetches the page of a capture and fills in its card. Run again, it does the same work again and nothing twice.</summary>
public sealed partial class CaptureJob(RoundsDb db, SafeClient web, ImageStore images, TimeProvider clock, ILogger<CaptureJob> log) : IJobHandler
{
    private const string Html = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5";
    private const int MostImages = 8;

    public static string Kind => "capture";

    public static string Subject(long postId) => postId.ToString(CultureInfo.InvariantCulture);

    public async Task RunAsync(string subject, CancellationToken cancel)
    {
        if (await FindAsync(subject, cancel) is not ({ State: PostState.Loading } post, { } capture))
        {
            return;
        }

        var page = await web.GetAsync(capture.Url, Html, cancel);
        LogFetched(log, post.Id, page.Outcome);
        if (page.Outcome != FetchOutcome.Fetched)
        {
            await FailAsync(post, capture, page.Outcome, cancel);
        }
        else if (ImageFile.Read(page.Body) is not null)
        {
            await FillWithImageAsync(post, capture, page, cancel);
        }
        else if (IsPdf(page))
        {
            await FillWithDocumentAsync(post, capture, page, cancel);
        }
        else if (!IsPage(page))
        {
            await FailAsync(post, capture, FetchOutcome.NotAPage, cancel);
        }
        else
        {
            await FillWithArticleAsync(post, capture, page, cancel);
        }
    }

    public async Task GiveUpAsync(string subject, CancellationToken cancel)
    {
        if (await FindAsync(subject, cancel) is ({ State: PostState.Loading } post, { } capture))
        {
            await FailAsync(post, capture, FetchOutcome.Unreachable, cancel);
        }
    }

    private async Task<(Post?, Capture?)> FindAsync(string subject, CancellationToken cancel)
    {
        var id = long.Parse(subject, CultureInfo.InvariantCulture);
        return (await db.Posts.FirstOrDefaultAsync(p => p.Id == id, cancel), await db.Captures.FirstOrDefaultAsync(c => c.PostId == id, cancel));
    }

    private async Task FillWithArticleAsync(Post post, Capture capture, Fetched page, CancellationToken cancel)
    {
        var article = ArticleExtractor.Extract(page.Body, page.ContentType, page.Url);
        if (article.Access == PageAccess.NotFound)
        {
            await FailAsync(post, capture, FetchOutcome.NotFound, cancel);
            return;
        }

        var canonical = Uri.TryCreate(article.Canonical, UriKind.Absolute, out var named) && UrlPolicy.Check(article.Canonical).Allowed ? named : page.Url!;
        if (await ClaimAddressesAsync(post, [page.Url!, canonical], cancel) is { } twin)
        {
            await HandOverAddressesAsync(post, twin, cancel);
            capture.FoundTwin(twin, clock.GetUtcNow());
            post.FailCapture(clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            return;
        }

        if (post.Title.Length == 0)
        {
            post.Entitle(article.Title ?? page.Url!.Host);
        }

        post.Quote(CanonicalUrl.Of(canonical), article.SiteName, article.Byline, article.Published?.Value, article.Excerpt);
        post.SetLanguage(article.Language);
        post.Embed(article.Embeds.Take(4).Select(e => new PostEmbed(e.Kind, e.Url, e.Title)));
        var found = article.Images.Take(MostImages).Select(i => new FoundImage(i.Url, i.Width, i.Height, i.Alt)).ToList();
        await FinishAsync(post, capture, found, cancel);
    }

    private async Task FillWithImageAsync(Post post, Capture capture, Fetched page, CancellationToken cancel)
    {
        post.SetKind(PostKind.Image);
        FillByName(post, page.Url!);
        var stored = await images.StoreAsync(page.Body, cancel);
        post.Illustrate(stored?.Id, "");
        await FinishAsync(post, capture, [new FoundImage(page.Url!.AbsoluteUri, stored?.Width, stored?.Height, null, stored?.Id)], cancel);
    }

    private async Task FillWithDocumentAsync(Post post, Capture capture, Fetched page, CancellationToken cancel)
    {
        post.SetKind(PostKind.Document);
        FillByName(post, page.Url!);
        post.Embed([new PostEmbed("pdf", page.Url!.AbsoluteUri)]);
        await FinishAsync(post, capture, [], cancel);
    }

    /// <summary>A file has no words to read: its name is the best title there is until the curator gives one.</summary>
    private static void FillByName(Post post, Uri url)
    {
        if (post.Title.Length == 0)
        {
            var name = Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(url.AbsolutePath)).Replace('-', ' ').Replace('_', ' ').Trim();
            post.Entitle(name.Length > 0 ? name : url.Host);
        }

        post.Quote(url.AbsoluteUri, null, null, null, null);
    }

    /// <summary>Stores the first image that can be had, so that the card has a face; the others are fetched when one is chosen.</summary>
    private async Task FinishAsync(Post post, Capture capture, List<FoundImage> found, CancellationToken cancel)
    {
        for (var n = 0; n < Math.Min(found.Count, 3) && post.ImageId is null; n++)
        {
            if (await images.FetchAsync(found[n].Url, cancel) is { } stored)
            {
                found[n] = found[n] with { StoredId = stored.Id, Width = stored.Width, Height = stored.Height };
                post.Illustrate(stored.Id, found[n].Alt);
            }
        }

        var now = clock.GetUtcNow();
        post.Fill(now);
        capture.Succeed(found, now);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes down every address the article is known by; returns the post that already has one of them.</summary>
    private async Task<long?> ClaimAddressesAsync(Post post, IReadOnlyList<Uri> addresses, CancellationToken cancel)
    {
        var keys = addresses.Select(CanonicalUrl.Key).Distinct().ToList();
        var taken = await db.PostAddresses.Where(a => a.TopicId == post.TopicId && keys.Contains(a.Key)).ToListAsync(cancel);
        if (taken.Find(a => a.PostId != post.Id) is { } other)
        {
            return other.PostId;
        }

        db.PostAddresses.AddRange(keys.Except(taken.Select(a => a.Key)).Select(key => new PostAddress(post.TopicId, post.Id, key)));
        return null;
    }

    /// <summary>Whoever pastes this address next is shown the post that has the article, not the card that found that out.</summary>
    private async Task HandOverAddressesAsync(Post post, long twinId, CancellationToken cancel)
    {
        foreach (var address in await db.PostAddresses.Where(a => a.PostId == post.Id).ToListAsync(cancel))
        {
            address.BelongTo(twinId);
        }
    }

    private async Task FailAsync(Post post, Capture capture, FetchOutcome outcome, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        capture.Fail(outcome, now);
        post.FailCapture(now);
        await db.SaveChangesAsync(cancel);
    }

    private static bool IsPdf(Fetched page) => page.Body.AsSpan().StartsWith("%PDF-"u8);

    private static bool IsPage(Fetched page)
    {
        var type = page.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        return type is null or "text/html" or "application/xhtml+xml" or "text/plain" or "application/xml" or "text/xml";
    }

    [LoggerMessage(LogLevel.Information, "Capture of post {PostId}: {Outcome}")]
    private static partial void LogFetched(ILogger logger, long postId, FetchOutcome outcome);
}
