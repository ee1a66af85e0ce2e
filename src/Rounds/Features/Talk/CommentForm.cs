using System.ComponentModel.DataAnnotations;
using Rounds.Platform.Web;

namespace Rounds.Features.Talk;

/// <summary>A comment as typed.</summary>
public sealed class CommentForm
{
    [StringLength(Comment.LongestName, ErrorMessage = "A name can have 80 characters at most.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Write something before you send it.")]
    [StringLength(Comment.LongestBody, ErrorMessage = "A comment can have 4,000 characters at most. Please shorten it a little.")]
    public string? Body { get; set; }

    /// <summary>The comment that this one answers.</summary>
    public long? Answers { get; set; }
    public bool IsInsight { get; set; }
}

/// <summary>The form and what it needs to know about who sees it.</summary>
public sealed record CommentFormView(string TopicSlug, long PostId, bool IsSignedIn, bool MayAddInsight, CommentForm Input, GuestFormFields Guard);
