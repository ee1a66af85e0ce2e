using System.Text;

namespace Rounds.Extraction.Tests;

public sealed class CharsetTests
{
    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1252", "Über die Grenzen der Pflege schrieb die Ärztin ein kluges Buch.")]
    [InlineData("windows-1251", "Больница открыла новое отделение для детей.")]
    [InlineData("shift_jis", "病院は新しい病棟を開きました。")]
    [InlineData("gb2312", "医院开设了新的儿科病房。")]
    [InlineData("euc-kr", "병원은 새로운 병동을 열었습니다.")]
    [InlineData("windows-1256", "افتتح المستشفى جناحا جديدا للأطفال.")]
    public void Declared_in_header_or_in_page(string name, string sentence)
    {
        var encoding = Encoding.GetEncoding(name);
        var inPage = encoding.GetBytes($"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={name}\"></head><body><article><p>{sentence} {sentence}</p></article></body></html>");
        var plain = encoding.GetBytes($"<html><body><article><p>{sentence} {sentence}</p></article></body></html>");
        Assert.Contains(sentence, ArticleExtractor.Extract(inPage, null, null).Text, StringComparison.Ordinal);
        Assert.Contains(sentence, ArticleExtractor.Extract(plain, "text/html; charset=" + name, null).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Byte_order_mark_wins_over_a_wrong_header(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("<article><p>Łukasz przyszedł do szpitala wczesnym rankiem i czekał.</p></article>")];
        Assert.Contains("Łukasz przyszedł", ArticleExtractor.Extract(bytes, "text/html; charset=iso-8859-1", null).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf8_called_latin_is_utf8()
    {
        var bytes = Encoding.UTF8.GetBytes("<meta charset=iso-8859-1><article><p>Das Krankenhaus öffnet früh, sagte die Ärztin gestern.</p></article>");
        Assert.Contains("öffnet früh", ArticleExtractor.Extract(bytes, null, null).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Undeclared_cyrillic_is_guessed()
    {
        const string sentence = "Врачи городской больницы рассказали о новом методе лечения.";
        var bytes = Encoding.GetEncoding(1251).GetBytes($"<article><p>{sentence}</p></article>");
        Assert.Contains(sentence, ArticleExtractor.Extract(bytes, null, null).Text, StringComparison.Ordinal);
    }
}
