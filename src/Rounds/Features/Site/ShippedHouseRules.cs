namespace Rounds.Features.Site;

/// <summary>The rules for talking to one another that stand until the owner writes their own.</summary>
public static class ShippedHouseRules
{
    public const string Markdown = """
        This is a place to think aloud about health and care, with people who may be tired, worried or new to it. A few rules keep it useful and safe.

        ## Protect people
        - **Leave out whatever could tell who a patient is**, yourself included: names, dates, places, pictures, and the odd detail that only fits one person. A story can be told without them.
        - Do not guess who somebody is, and do not pass on what was told to you in confidence.

        ## Be careful with advice
        - Nobody here knows your case. What you read is no substitute for somebody who can examine you.
        - Share what helped you as your own experience. Please do not tell a stranger which dose to take, or to stop a treatment.
        - If you state a fact about health, say where it comes from.

        ## Be fair
        - Disagree with the words, not with the person. No insults, no threats, no hounding.
        - Say so when you have an interest in what you recommend: your employer, your product, your book.
        - No advertising, and no links that have nothing to do with the post.
        - Quote a few lines and link to the rest; other people's work belongs to them.

        ## If somebody is in danger
        **This is not a crisis service, and nobody watches it around the clock.** If you or somebody else may come to harm, call your local emergency number now, or go to the nearest emergency department. If you see a comment that worries you, report it with "somebody may be in danger": those reports are read before all others. A plea for help is never taken down for breaking a rule.

        ## How moderation works
        - Comments by guests wait until a person has read them. Comments by members are shown at once.
        - Every comment and post has a "Report" link. Nobody is told who reported.
        - A comment that breaks a rule is taken down with a reason, and the reason is kept. Criticism of us is not a reason.
        - You think we got it wrong? Write to the curators with the form on the topic's page and ask them to look again.
        """;
}
