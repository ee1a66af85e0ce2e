namespace Rounds.Tests.Import;

/// <summary>A topic page as a browser saves it as text, with the faults that such files have. All of it is invented.</summary>
internal static class TopicPage
{
    public const string Text = """
        Quiet Wards
        12.3K views | +41 today
        Quiet Wards
        Reading on noise, light and sleep in hospitals.
        Relevant to Nurses, Night Managers, Architects', Patients and Families.
        Curated by Odalys
        Your new post is loading...
        Your new post is loading...
        Scooped by Odalys!

        Rubber wheels before rules

        Rubber wheels before rules | Quiet Wards |

        A trolley is louder than a conversation. The ward that changed its wheels first had no need of the poster.

        Bram's curator insight, March 3, 2015 4:05 PM

        Ours squeaked on linoleum.
        We oiled them too.

        Wilhelmina's comment, March 9, 2015 10:36 AM
        ODO's curator insight, April 30, 2015 5:15 PM

        Listen at three in the morning

        Scooped by Nightwatch!

        The bell nobody hears: a study of call systems

        The bell nobody hears: a study of call systems | Quiet Wards |

        One paragraph about bells.

        Another one, with a list:

          • ring once
          • wait

        "We counted," said the author.
        No comment yet.
        Scooped by Nightwatch!

        Slides from the lighting workshop

        Forty slides on amber light.
        No comment yet.
        Scooped by Nightwatch!




        were the curtains closed before anybody asked whether the patients would like them open, and for how long?” That question opened the meeting.

        What followed took an hour.

        No comment yet.
        Scooped by Nightwatch!

        Posts about earplugs

        Posts about earplugs | Quiet Wards |

        Embedded here: 6:24 PM     11 Retweet   1414 likes

        No comment yet.
        Scooped by Nightwatch!

        For and against white noise

        For and against white noise | Quiet Wards |
        The Good SidesThe Bad Sides1. It covers steps.1. It covers alarms.2. It is cheap.2. It is tiring.

        No comment yet.

        Would you like a quiet ward?

        Please fill this form and I will write to you
        """;

    /// <summary>The same page as it would be a year later: one post more on top, one comment more below.</summary>
    public static string Later => Text
        .Replace("Scooped by Odalys!", """
            Scooped by Nightwatch!

            Soft shoes

            Soft shoes | Quiet Wards |

            Felt soles were tried.

            No comment yet.
            Scooped by Odalys!
            """, StringComparison.Ordinal)
        .Replace("Listen at three in the morning\n", "Listen at three in the morning\n\nBram's comment, May 1, 2016 9:00 AM\n\nWe did.\n", StringComparison.Ordinal)
        .Replace("12.3K", "13.1K", StringComparison.Ordinal);

    public const string Html = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Quiet Wards | Scoop.it</title>
        <meta property="og:description" content="Reading on noise, light and sleep in hospitals. Relevant to Nurses, Architects."></head><body>
        <h1>Quiet Wards</h1><div>12.3K views | +41 today</div><div>Curated by <a href="/u/odalys">Odalys</a></div>
        <script>var post = "Scooped by nobody!";</script>
        <div class="post onePost" id="post_4001" data-lid="4001">
          <table class="post-history"><tr><td><a href="/u/odalys"><img src="a.png"></a></td><td>Scooped by <a href="/u/odalys">Odalys</a> onto <a href="/t/quiet-wards">Quiet Wards</a></td></tr></table>
          <div class="post-title tCustomization_post_title"><h2 class="postTitleView"><a href="https://trolleys.example/wheels?utm_source=x">Rubber wheels before rules</a></h2></div>
          <div class="post-metas tCustomization_post_metas"><span>From <a href="https://trolleys.example">trolleys.example</a></span> - <a href="/t/quiet-wards/p/4001">March 2, 2015 8:10 AM</a></div>
          <div class="post-image"><div class="thisistherealimage"><img class="postDisplayedImage lazy" data-original="https://img.trolleys.example/wheels.jpg" src="data:image/gif;base64,AAAA"></div></div>
          <div class="post-description"><div class="tCustomization tCustomization_post_description"><p>A trolley is louder than a conversation.</p><p>The ward changed its wheels.</p></div></div>
          <div class="post-curation-comment-title">Odalys's insight:</div>
          <div class="tCustomization tCustomization_post_description">Start with the wheels.</div>
          <a href="/t/quiet-wards?tag=Noise">Noise</a> <a href="/t/quiet-wards?tag=Trolleys">Trolleys</a>
          <div class="comment"><div>Bram's curator insight, March 3, 2015 4:05 PM</div><div>Ours squeaked.</div></div>
        </div>
        <div class="post onePost" id="post_4002" data-lid="4002">
          <table class="post-history"><tr><td>Scooped by <a href="/u/nightwatch">Nightwatch</a> onto <a href="/t/quiet-wards">Quiet Wards</a></td></tr></table>
          <h2 class="postTitleView"><div>A note without a link</div></h2>
          <div class="post-description"><div class="tCustomization_post_description">Words only.</div></div>
          <p>No comment yet.</p>
        </div>
        </body></html>
        """;
}
