namespace Rounds.Feeds.Xml;

/// <summary>What an element means, whatever its format calls it.</summary>
internal enum Tag
{
    Unknown, Inline,
    // What holds others
    Rss, Rdf, AtomFeed, Channel, Item, Image, TextInput, Source, Author, OtherPerson, Group, WebPage, Outlines,
    // Text with markup
    Title, MediaTitle, Description, Summary, Subtitle, Info, ItunesSummary, ItunesSubtitle, MediaDescription, Abstract,
    Content, EncodedContent, Body, Rights, DcRights,
    // Plain values
    Link, OriginalLink, Id, Published, Updated, DcDate, Created, Category, Keywords, ItunesCategory, Language, DcLanguage, Generator,
    GeneratorAgent, Enclosure, Logo, Icon, CoverImage, Thumbnail, MediaContent, Url, Name, Email, Creator, ItunesAuthor, ManagingEditor,
    Comments, CommentCount, InReplyTo, Duration, Point, Latitude, Longitude, Via,
}
