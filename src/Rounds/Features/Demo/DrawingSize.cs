using System.Globalization;
using System.Text;

namespace Rounds.Features.Demo;

/// <summary>The size of one of our own drawings, from its <c>viewBox</c>.</summary>
internal static class DrawingSize
{
    private const string Mark = "viewBox=\"0 0 ";

    public static (int Width, int Height) Of(byte[] svg)
    {
        var head = Encoding.UTF8.GetString(svg, 0, Math.Min(svg.Length, 400));
        var start = head.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        var sides = head[start..head.IndexOf('"', start)].Split(' ');
        return (int.Parse(sides[0], CultureInfo.InvariantCulture), int.Parse(sides[1], CultureInfo.InvariantCulture));
    }
}
