using Rounds.Platform.Outbound;

namespace Rounds.Features.Capture;

/// <summary>What the card says when a page could not be captured: what happened, and what to do next.</summary>
public static class CaptureWords
{
    public static string Of(FetchOutcome failure) => failure switch
    {
        FetchOutcome.NotFound => "The page was not found: the site says there is nothing at this address. Check the link, or fill the card in by hand.",
        FetchOutcome.TimedOut => "The site took too long to answer. Trying again later often helps.",
        FetchOutcome.NotAPage => "There is no web page at this address, but some other kind of file. You can fill the card in by hand.",
        FetchOutcome.Refused => "The site refused to show us this page; it may want its readers to sign in. You can fill the card in by hand.",
        FetchOutcome.PrivateAddress => "This address leads into a private network, and Rounds only fetches public pages.",
        FetchOutcome.TooLarge => "The page is larger than 10 MB, more than Rounds takes. You can fill the card in by hand.",
        FetchOutcome.TooManyRedirects => "The address leads from one page to the next without end. Open it in your browser and paste the address you end on.",
        FetchOutcome.NotAnAddress => "This is not a web address that can be opened. Check it, or fill the card in by hand.",
        FetchOutcome.ServerFault => "The site has a fault of its own at the moment. Trying again later often helps.",
        _ => "The site could not be reached. Check the address, or try again later.",
    };
}
