namespace Rounds.BrowserTests.Journeys;

/// <summary>An article somewhere on the web.</summary>
internal static class Article
{
    public static string On(LocalWeb web, string path, string title, string author) => web.Serve(path, $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <title>{title} | Lantern Journal</title>
          <meta name="author" content="{author}">
          <meta property="og:title" content="{title}">
          <meta property="og:site_name" content="Lantern Journal">
          <meta property="article:published_time" content="2026-04-20T08:00:00Z">
          <link rel="canonical" href="{web.Address}{path[1..]}">
        </head>
        <body>
          <nav><a href="/">Home</a> <a href="/about">About</a></nav>
          <article>
            <h1>{title}</h1>
            <p>Dimmed lamps after ten in the evening let people on a surgical ward sleep almost an hour longer, a small trial in two hospitals found this spring.</p>
            <p>Nurses asked for one change before it began: a bright lamp over the medicine trolley, so that nobody reads a label in the dark.</p>
            <p>The hospitals have kept the dimmers. What they cost was made up within a year, because fewer people asked for something to help them sleep.</p>
          </article>
          <footer>Lantern Journal, an invented paper.</footer>
        </body>
        </html>
        """).AbsoluteUri;
}
