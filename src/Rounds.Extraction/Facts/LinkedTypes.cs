namespace Rounds.Extraction.Facts;

/// <summary>Families of schema.org types.</summary>
internal static class LinkedTypes
{
    public static bool IsArticle(string type) => type.EndsWith("Article", StringComparison.Ordinal)
        || type is "BlogPosting" or "Report" or "LiveBlogPosting" or "Review" or "AnalysisNewsArticle" or "OpinionNewsArticle" or "MedicalWebPage" or "Recipe" or "HowTo" or "PodcastEpisode" or "SocialMediaPosting" or "CreativeWork" or "AdvertiserContentArticle";

    public static bool IsThread(string type) => type is "DiscussionForumPosting" or "QAPage" or "Question";
}
