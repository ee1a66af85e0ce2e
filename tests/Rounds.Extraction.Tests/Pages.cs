namespace Rounds.Extraction.Tests;

/// <summary>Pages written for these tests; the people, places and sites do not exist.</summary>
internal static class Pages
{
    public static readonly Uri Address = new("https://www.aldermoor-clinic.example/news/2024/03/05/walking-after-surgery");

    public const string News = """
        <!doctype html><html lang="en-GB"><head><meta charset="utf-8">
        <title>Walking after surgery: what helps | Aldermoor Clinic</title>
        <meta property="og:site_name" content="Aldermoor Clinic"><meta property="og:title" content="Walking after surgery: what helps | Aldermoor Clinic">
        <meta property="og:image" content="/media/walk.jpg"><meta property="og:image:width" content="1200"><meta property="og:image:alt" content="A patient walks along a corridor">
        <link rel="canonical" href="https://www.aldermoor-clinic.example/news/walking-after-surgery">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Walking after surgery: what helps",
          "datePublished":"2024-03-05T09:30:00+01:00","dateModified":"2024-03-07","author":{"@type":"Person","name":"Mira Oakhurst"},}</script></head>
        <body class="has-sidebar">
        <nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/contact">Contact</a></li></ul></nav>
        <main><article class="post">
          <h1>Walking after surgery: what helps</h1>
          <p class="byline">By <a rel="author" href="/staff/mira">Mira Oakhurst</a></p><time datetime="2024-03-05">5 March 2024</time>
          <div class="entry-content">
            <p>Getting out of bed on the first day after an operation is hard, and it is also the single thing that helps most people recover sooner.</p>
            <figure><img src="/media/corridor.jpg" width="800" height="500" alt="The corridor of ward 3"><figcaption>The corridor of ward 3, where most patients take their first steps.</figcaption></figure>
            <p>Our physiotherapists at the Aldermoor clinic have followed four hundred patients over two years, and they found that <strong>short walks</strong> three times a day did more than one long walk.</p>
            <h2>Start small</h2>
            <p>Begin with the distance between the bed and the door, rest, and go back. Ask for help with the drip stand, and never go alone on the first day.</p>
            <ul><li>Wear shoes that close at the heel.</li><li>Stop when you feel dizzy, and sit down.</li></ul>
            <blockquote><p>I was surprised how much better I slept after the second walk, said one patient of the ward.</p></blockquote>
            <p>Those who walked early went home a day and a half sooner, and fewer of them came back with a chest infection in the weeks that followed.</p>
            <iframe src="https://www.youtube.com/embed/abcdefghijk" title="Three exercises"></iframe>
            <p>The full plan is in our <a href="/files/plan.pdf">walking plan</a>, which you can print and hang above the bed.</p>
          </div>
        </article>
        <aside class="related-posts"><h3>Related</h3><ul><li><a href="/a">Ten tips for a calm night on the ward</a></li><li><a href="/b">What to pack for hospital</a></li></ul></aside></main>
        <footer><p>© 2024 Aldermoor Clinic. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer></body></html>
        """;
}
