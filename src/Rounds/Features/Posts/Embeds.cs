namespace Rounds.Features.Posts;

/// <summary>How an embed of the source is named on its still.</summary>
public static class Embeds
{
    public static string Invitation(PostEmbed embed) => embed.Kind switch
    {
        "youtube" => "Watch on YouTube",
        "vimeo" => "Watch on Vimeo",
        "slideshare" => "See the slides on SlideShare",
        "video" => "Watch the video",
        "audio" => "Listen",
        "pdf" => "Open the PDF",
        "twitter" => "See the post on X",
        "instagram" => "See the post on Instagram",
        _ => "Open",
    };
}
