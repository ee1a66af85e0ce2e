namespace Rounds.Features.Topics;

/// <summary>A page of a topic that a reader was served: one post's, or the topic's own where <see cref="PostId"/> is 0.</summary>
public sealed record ViewedPage(long TopicId, long PostId);
