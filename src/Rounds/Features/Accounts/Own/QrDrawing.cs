using System.Globalization;
using System.Text;
using QRCoder;

namespace Rounds.Features.Accounts.Own;

/// <summary>A QR code as one SVG path of unit squares; the page's policy allows no inline style, which drawing libraries like to write.</summary>
public sealed record QrDrawing(int Size, string Path)
{
    public static QrDrawing Of(string text)
    {
        using var code = new QRCodeGenerator().CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        // The matrix holds the quiet zone of four squares that ISO/IEC 18004 asks for.
        return new QrDrawing(rows.Count, path.ToString());
    }
}
