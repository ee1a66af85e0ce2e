namespace Rounds.Features.Import;

/// <summary>Where a file goes, and on whose behalf.</summary>
/// <param name="Slug">The topic's address; opened when there is none yet. Null takes the one the file names.</param>
/// <param name="NewTitle">Title for a topic that is opened; null takes the file's.</param>
/// <param name="ImporterId">Who imports, and who then counts as having put the posts there when the file does not say; null on the command line.</param>
/// <param name="MayUseAll">True for the owner and on the command line; otherwise only topics that the importer curates.</param>
public sealed record ImportTarget(string? Slug, string? NewTitle, long? ImporterId, bool MayUseAll)
{
    public static ImportTarget OnTheCommandLine(string? slug) => new(slug, null, null, true);
}
