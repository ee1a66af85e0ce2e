namespace Rounds.Tests;

/// <summary>Requests that no page offers to whoever sends them.</summary>
public static class Forging
{
    /// <summary>Sends a form of one's own making with the token of a page that one did see.</summary>
    public static Task<VisitedPage> ForgeAsync(this Visitor visitor, VisitedPage seen, string action, params (string Name, string Value)[] fields)
    {
        var token = seen.Find("input[name=form-token]").GetAttribute("value")!;
        return visitor.PostAsync(action, new FormUrlEncodedContent(
            [KeyValuePair.Create("form-token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
    }

    /// <summary>One answer as it comes, redirects not followed, with headers such as <c>("Accept-Encoding", "br")</c>.</summary>
    public static async Task<HttpResponseMessage> AskAsync(this Visitor visitor, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(visitor.Http.BaseAddress!, path));
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await visitor.Http.SendAsync(request);
    }
}
