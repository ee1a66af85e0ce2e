namespace Rounds.Platform.Outbound;

/// <summary>How a fetch of a user's URL ended. Each has its own sentence on the card.</summary>
public enum FetchOutcome
{
    Fetched,
    NotAnAddress,
    PrivateAddress,
    NotFound,
    Refused,
    TimedOut,
    NotAPage,
    TooLarge,
    TooManyRedirects,
    Unreachable,
    ServerFault,
}
