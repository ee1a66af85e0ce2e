using System.Globalization;
using Rounds.Extraction.Dates;

namespace Rounds.Extraction.Tests;

public sealed class DateScannerTests
{
    [Theory]
    [InlineData("2024-03-05T09:30:00+01:00", "2024-03-05 09:30 +01:00")]
    [InlineData("2024-03-05T09:30:00.000Z", "2024-03-05 09:30 +00:00")]
    [InlineData("Tue, 05 Mar 2024 21:15:00 -0500", "2024-03-05 21:15 -05:00")]
    [InlineData("March 5, 2024 at 4:05 pm", "2024-03-05 16:05 +00:00")]
    [InlineData("20240305", "2024-03-05 00:00 +00:00")]
    [InlineData("1709629800", "2024-03-05 09:10 +00:00")]
    [InlineData("5 March 2024", "2024-03-05 00:00 +00:00")]
    [InlineData("5th of March, 2024", "2024-03-05 00:00 +00:00")]
    [InlineData("Mar. 5, 2024", "2024-03-05 00:00 +00:00")]
    [InlineData("5. März 2024", "2024-03-05 00:00 +00:00")]
    [InlineData("5 de marzo de 2024", "2024-03-05 00:00 +00:00")]
    [InlineData("1er août 2023", "2023-08-01 00:00 +00:00")]
    [InlineData("5 marca 2024", "2024-03-05 00:00 +00:00")]
    [InlineData("5 марта 2024 г.", "2024-03-05 00:00 +00:00")]
    [InlineData("2024年3月5日", "2024-03-05 00:00 +00:00")]
    [InlineData("2024년 3월 5일", "2024-03-05 00:00 +00:00")]
    [InlineData("5 มีนาคม 2567", "2024-03-05 00:00 +00:00")]
    [InlineData("۱۵ اسفند ۱۴۰۲", "2024-03-05 00:00 +00:00")]
    [InlineData("٥ مارس ٢٠٢٤", "2024-03-05 00:00 +00:00")]
    [InlineData("2024. március 5.", "2024-03-05 00:00 +00:00")]
    [InlineData("05.03.2024", "2024-03-05 00:00 +00:00")]
    [InlineData("05-Mar-2024", "2024-03-05 00:00 +00:00")]
    public void A_date_is_read_in_its_own_form(string text, string expected) =>
        Assert.Equal(expected, DateScanner.Parse(text, DayOrder.DayFirst)?.Value.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("03/05/2024", DayOrder.MonthFirst, 3)]
    [InlineData("03/05/2024", DayOrder.DayFirst, 5)]
    [InlineData("25/03/2024", DayOrder.MonthFirst, 3)]
    [InlineData("03/25/2024", DayOrder.DayFirst, 3)]
    internal void Numbers_follow_the_order_of_the_language(string text, DayOrder order, int month) =>
        Assert.Equal(month, DateScanner.Parse(text, order)?.Value.Month);

    [Theory]
    [InlineData("31/02/2024")]
    [InlineData("1.2.3")]
    [InlineData("2024")]
    [InlineData("March 2024")]
    [InlineData("call 555-123-4567")]
    [InlineData("1850-01-01")]
    [InlineData("")]
    public void What_is_no_date_is_none(string text) => Assert.Null(DateScanner.Parse(text, DayOrder.DayFirst));
}
