using Rounds.Extraction.Writing;

namespace Rounds.Extraction.Tests;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Dr. Oakhurst walked. She sat down.", 2)]
    [InlineData("At 3.5 km she stopped! Why? Nobody knew.", 3)]
    [InlineData("J. Oakhurst wrote it. An unfinished part", 1)]
    [InlineData("病院は開きました。人が来ました。", 2)]
    [InlineData("no end at all", 1)]
    public void A_text_is_cut_where_sentences_end(string text, int sentences) => Assert.Equal(sentences, Sentences.Of(text).Count());
}
