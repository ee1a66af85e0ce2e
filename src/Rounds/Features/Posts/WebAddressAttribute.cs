using System.ComponentModel.DataAnnotations;

namespace Rounds.Features.Posts;

/// <summary>An http or https address with a host, or nothing. The framework's own rule takes a bare <c>https://</c> and FTP too.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WebAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is not string { Length: > 0 } typed
        || (Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0);
}
