namespace Rounds.Features.Talk;

/// <summary>Why a moderator takes something down. Each removal names one, and says more in words where that helps.</summary>
public enum RemovalReason
{
    Privacy,
    Harm,
    MedicalAdvice,
    Misinformation,
    Abuse,
    Spam,
    OffTopic,
    Legal,
    Other,
}

/// <summary>The reasons in plain words, for readers and for the log.</summary>
public static class ReasonWords
{
    public static string Of(ReportReason reason) => reason switch
    {
        ReportReason.Privacy => "It could tell who a patient or another private person is",
        ReportReason.Harm => "Somebody may be in danger, or it encourages harm",
        ReportReason.Misinformation => "It is wrong in a way that could hurt somebody's health",
        ReportReason.Abuse => "It insults, threatens or hounds somebody",
        ReportReason.Spam => "It is advertising or spam",
        ReportReason.Copyright => "It uses my work without permission",
        _ => "Something else",
    };

    public static string Of(RemovalReason reason) => reason switch
    {
        RemovalReason.Privacy => "Could tell who a patient or another private person is",
        RemovalReason.Harm => "Encourages harm or describes a method",
        RemovalReason.MedicalAdvice => "Advice to one person about their own treatment",
        RemovalReason.Misinformation => "Wrong in a way that could hurt somebody's health",
        RemovalReason.Abuse => "Insults, threatens or hounds somebody",
        RemovalReason.Spam => "Advertising or spam",
        RemovalReason.OffTopic => "Has nothing to do with the post",
        RemovalReason.Legal => "A legal claim, such as copyright",
        _ => "Another reason",
    };

    /// <summary>Read before all others: each hour may cost somebody dearly.</summary>
    public static bool IsUrgent(ReportReason reason) => reason is ReportReason.Privacy or ReportReason.Harm;
}
