using System.ComponentModel.DataAnnotations;

namespace Rounds.Features.Topics;

/// <summary>The settings of a topic as a form.</summary>
public sealed class TopicForm
{
    [Required(ErrorMessage = "Give the topic a title.")]
    [StringLength(140, ErrorMessage = "A title has at most 140 characters.")]
    public string? Title { get; set; }

    [StringLength(80, ErrorMessage = "The address has at most 80 characters.")]
    public string? Slug { get; set; }

    [StringLength(1000, ErrorMessage = "A description has at most 1,000 characters.")]
    public string? Description { get; set; }

    [StringLength(1000, ErrorMessage = "The audiences have at most 1,000 characters together.")]
    public string? Audiences { get; set; }

    [Required(ErrorMessage = "Say which language the page is in.")]
    [RegularExpression("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", ErrorMessage = "A language is written like en, de or pt-BR.")]
    public string? Language { get; set; } = "en";
    public bool IsPrivate { get; set; }

    public TopicDraft ToDraft() => new(
        Title!, Slug, Description ?? "", (Audiences ?? "").Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Language!, IsPrivate);

    public static TopicForm Of(Topic topic) => new()
    {
        Title = topic.Title,
        Slug = topic.Slug,
        Description = topic.Description,
        Audiences = string.Join(", ", topic.Audiences),
        Language = topic.Language,
        IsPrivate = topic.IsPrivate,
    };
}
