using System.Buffers.Binary;

namespace Rounds.Platform.Images;

/// <summary>The one field of EXIF that a viewer needs: which way is up (CIPA DC-008, tag 0x0112).</summary>
internal static class Exif
{
    private const ushort OrientationTag = 0x0112;

    /// <summary>1 (upright) to 8; 1 where there is none.</summary>
    public static ushort Orientation(ReadOnlySpan<byte> app1)
    {
        if (app1.Length < 20 || !app1.StartsWith("Exif\0\0"u8))
        {
            return 1;
        }

        var tiff = app1[6..];
        var little = tiff[0] == 'I';
        var offset = Number(tiff, 4, 4, little);
        if (offset + 2 > tiff.Length)
        {
            return 1;
        }

        var entries = Number(tiff, (int)offset, 2, little);
        for (var entry = 0; entry < entries; entry++)
        {
            var at = (int)offset + 2 + entry * 12;
            if (at + 12 > tiff.Length)
            {
                break;
            }

            if (Number(tiff, at, 2, little) == OrientationTag)
            {
                return Number(tiff, at + 8, 2, little) is >= 1 and <= 8 and var found ? (ushort)found : (ushort)1;
            }
        }

        return 1;
    }

    /// <summary>An APP1 segment with nothing but the orientation.</summary>
    public static byte[] OnlyOrientation(ushort orientation) =>
    [
        0xFF, 0xE1, 0x00, 0x22, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, (byte)(orientation >> 8), (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static uint Number(ReadOnlySpan<byte> tiff, int at, int size, bool little)
    {
        var bytes = tiff.Slice(at, size);
        return size == 2
            ? little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes)
            : little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) & 0x7FFF_FFFF : BinaryPrimitives.ReadUInt32BigEndian(bytes) & 0x7FFF_FFFF;
    }
}
