using System.ComponentModel.DataAnnotations;

namespace Rounds.Features.Leads;

/// <summary>The contact form as typed.</summary>
public sealed class ContactInput
{
    [Required(ErrorMessage = "Write your name, so that we know whom to answer.")]
    [StringLength(120, ErrorMessage = "A name can have 120 characters at most.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Write your e-mail address; without it we cannot answer.")]
    [EmailAddress(ErrorMessage = "This does not look like an e-mail address. It has the form name@example.org.")]
    [StringLength(254, ErrorMessage = "This is too long for an e-mail address.")] // RFC 5321, 4.5.3.1.3
    public string? Email { get; set; }

    [Required(ErrorMessage = "Write what you would like help with.")]
    [StringLength(4000, ErrorMessage = "A message can have 4,000 characters at most. Please shorten it a little.")]
    public string? Message { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "We may keep your message only if you agree. Please read the line above the button and tick it.")]
    public bool Agrees { get; set; }

    /// <summary>Version of the consent wording that stood on the page.</summary>
    public int Wording { get; set; }
}

/// <summary>The curators' settings of the form, as typed.</summary>
public sealed class ContactFormInput
{
    public bool IsOpen { get; set; }

    [Required(ErrorMessage = "The form needs a heading.")]
    [StringLength(200, ErrorMessage = "A heading can have 200 characters at most.")]
    public string? Heading { get; set; }

    [StringLength(1000, ErrorMessage = "The introduction can have 1,000 characters at most.")]
    public string? Intro { get; set; }

    [Required(ErrorMessage = "Without words to agree to, nobody's message may be kept.")]
    [StringLength(2000, ErrorMessage = "The consent can have 2,000 characters at most. People read short ones.")]
    public string? Consent { get; set; }
}
