namespace Rounds.Features.Topics;

/// <summary>What the partials around a topic's posts are given.</summary>
/// <param name="Head">The topic with what stands around its posts.</param>
/// <param name="Door">What the reader may do here.</param>
/// <param name="IsWhole">True on the topic's first page, where the masthead is shown in full.</param>
public sealed record MastheadPart(MastheadView Head, TopicDoor Door, bool IsWhole);
