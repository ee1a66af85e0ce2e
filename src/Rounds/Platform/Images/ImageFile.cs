using System.Buffers.Binary;

namespace Rounds.Platform.Images;

/// <summary>An image as its first bytes tell: never as its name or its sender say.</summary>
public sealed record ImageFile(string ContentType, int Width, int Height)
{
    /// <summary>JPEG, PNG, GIF and WebP; null for everything else. SVG is a program, not a picture, and is not taken from outside.</summary>
    public static ImageFile? Read(ReadOnlySpan<byte> bytes)
    {
        var image = ReadPng(bytes) ?? ReadGif(bytes) ?? ReadWebP(bytes) ?? ReadJpeg(bytes);
        return image is { Width: > 0 and <= 30_000, Height: > 0 and <= 30_000 } ? image : null;
    }

    private static ImageFile? ReadPng(ReadOnlySpan<byte> b) =>
        b.Length >= 24 && b.StartsWith(PngSignature)
            ? new("image/png", BinaryPrimitives.ReadInt32BigEndian(b[16..]), BinaryPrimitives.ReadInt32BigEndian(b[20..]))
            : null;

    private static ImageFile? ReadGif(ReadOnlySpan<byte> b) =>
        b.Length >= 10 && (b.StartsWith("GIF87a"u8) || b.StartsWith("GIF89a"u8))
            ? new("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(b[6..]), BinaryPrimitives.ReadUInt16LittleEndian(b[8..]))
            : null;

    /// <summary>RFC 9649, sections 2.5 to 2.7: the first chunk holds the size.</summary>
    private static ImageFile? ReadWebP(ReadOnlySpan<byte> b)
    {
        if (b.Length < 30 || !b.StartsWith("RIFF"u8) || !b[8..12].SequenceEqual("WEBP"u8))
        {
            return null;
        }

        var kind = b[12..16];
        if (kind.SequenceEqual("VP8X"u8))
        {
            return new("image/webp", 1 + (b[24] | b[25] << 8 | b[26] << 16), 1 + (b[27] | b[28] << 8 | b[29] << 16));
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(b[21..]);
            return new("image/webp", 1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));
        }

        return kind.SequenceEqual("VP8 "u8)
            ? new("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(b[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(b[28..]) & 0x3FFF)
            : null;
    }

    /// <summary>ITU-T T.81, annex B: walks the segments up to the frame header.</summary>
    private static ImageFile? ReadJpeg(ReadOnlySpan<byte> b)
    {
        if (b.Length < 4 || b[0] != 0xFF || b[1] != 0xD8)
        {
            return null;
        }

        for (var i = 2; i + 9 < b.Length && b[i] == 0xFF;)
        {
            var marker = b[i + 1];
            if (marker is 0xFF)
            {
                i++;
                continue;
            }

            var isFrame = marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;
            if (isFrame)
            {
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(b[(i + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(b[(i + 5)..]));
            }

            i += 2 + BinaryPrimitives.ReadUInt16BigEndian(b[(i + 2)..]);
        }

        return null;
    }

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
}
