using Microsoft.Net.Http.Headers;

namespace Rounds.Tests;

/// <summary>A browser's cookies for one site. .NET's own jar goes by the machine's clock; this one by the site's.</summary>
public sealed class CookieJar(TimeProvider clock)
{
    private readonly Dictionary<string, (string Value, DateTimeOffset? Until)> _cookies = [];

    public IReadOnlyCollection<string> Names => [.. Fresh().Select(c => c.Key)];

    public string? Value(string name) => Fresh().Where(c => c.Key == name).Select(c => c.Value.Value).FirstOrDefault();

    public void Put(string name, string value) => _cookies[name] = (value, null);

    /// <summary>Closes the browser, as far as the cookie is concerned.</summary>
    public void Drop(string name) => _cookies.Remove(name);

    internal string ToHeader() => string.Join("; ", Fresh().Select(c => $"{c.Key}={c.Value.Value}"));

    internal void Take(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            return;
        }

        foreach (var cookie in SetCookieHeaderValue.ParseList([.. lines]))
        {
            var until = cookie.MaxAge is { } age ? clock.GetUtcNow() + age : cookie.Expires;
            _cookies[cookie.Name.Value!] = (cookie.Value.Value!, until);
        }
    }

    private IEnumerable<KeyValuePair<string, (string Value, DateTimeOffset? Until)>> Fresh() =>
        _cookies.Where(c => c.Value.Until is null || c.Value.Until > clock.GetUtcNow());
}
