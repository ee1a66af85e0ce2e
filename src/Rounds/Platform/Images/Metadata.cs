using System.Buffers.Binary;

namespace Rounds.Platform.Images;

/// <summary>
/// Takes everything out of an image that is not needed to show it: camera, place, names, comments, thumbnails (a cropped
/// picture's thumbnail may still show what was cropped). Pixels are not touched. The orientation of a JPEG is lost with
/// its EXIF block, so it is read before and written back alone.
/// </summary>
public static class Metadata
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <param name="bytes">An image that <see cref="ImageFile.Read"/> recognised; it may be damaged behind its first bytes.</param>
    /// <param name="contentType">The type that it told.</param>
    /// <exception cref="ArgumentException">There is no rule for the type.</exception>
    public static byte[] Strip(byte[] bytes, string contentType) => contentType switch
    {
        "image/jpeg" => StripJpeg(bytes),
        "image/png" => StripPng(bytes),
        "image/webp" => StripWebP(bytes),
        "image/gif" => StripGif(bytes),
        _ => throw new ArgumentException($"There is no rule for {contentType}.", nameof(contentType)),
    };

    /// <summary>Whether a stripped JPEG is shown with its sides changed places: orientations 5 to 8 turn it by a quarter.</summary>
    public static bool IsTurned(ReadOnlySpan<byte> stripped)
    {
        for (var i = 2; i + 4 <= stripped.Length && stripped[i] == 0xFF && stripped[i + 1] is >= 0xE0 and <= 0xEF;)
        {
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(stripped[(i + 2)..]);
            if (i + length > stripped.Length)
            {
                return false;
            }

            if (stripped[i + 1] == 0xE1)
            {
                return Exif.Orientation(stripped.Slice(i + 4, length - 4)) >= 5;
            }

            i += length;
        }

        return false;
    }

    /// <summary>
    /// ITU-T T.81, annex B: keeps the segments a decoder needs, up to the end of the first image. What is hidden behind
    /// that (a second image, a location track) stays behind, as does what stands between the scans of a progressive one.
    /// </summary>
    private static byte[] StripJpeg(ReadOnlySpan<byte> b)
    {
        using var kept = new MemoryStream(b.Length);
        ushort orientation = 1;
        for (var i = 2; i + 2 <= b.Length && b[i] == 0xFF;)
        {
            var marker = b[i + 1];
            if (marker == 0xFF)
            {
                i++;
                continue;
            }

            if (marker == EndOfImage)
            {
                kept.Write(b.Slice(i, 2));
                break;
            }

            var length = i + 4 <= b.Length ? 2 + BinaryPrimitives.ReadUInt16BigEndian(b[(i + 2)..]) : 0;
            if (length < 4 || i + length > b.Length)
            {
                break;
            }

            var segment = b.Slice(i, length);
            orientation = marker == 0xE1 ? Math.Max(orientation, Exif.Orientation(segment[4..])) : orientation;
            kept.Write(WhatIsNeeded(marker, segment));
            i += length;
            if (marker == StartOfScan)
            {
                var end = EndOfScan(b, i);
                kept.Write(b[i..end]);
                i = end;
            }
        }

        byte[] upright = orientation > 1 ? Exif.OnlyOrientation(orientation) : [];
        return [0xFF, 0xD8, .. upright, .. kept.ToArray()];
    }

    /// <summary>Of the application segments only the colour profile, JFIF's resolution and Adobe's transform flag; both without what may follow them.</summary>
    private static ReadOnlySpan<byte> WhatIsNeeded(byte marker, ReadOnlySpan<byte> segment)
    {
        var content = segment[4..];
        return marker switch
        {
            0xE0 when content.Length >= 14 && content.StartsWith("JFIF\0"u8) => (byte[])[0xFF, 0xE0, 0, 16, .. content[..12], 0, 0],
            0xE2 when content.StartsWith("ICC_PROFILE\0"u8) => segment,
            0xEE when content.Length >= 12 && content.StartsWith("Adobe"u8) => (byte[])[0xFF, 0xEE, 0, 14, .. content[..12]],
            >= 0xE0 and <= 0xEF or 0xFE => [],
            _ => segment,
        };
    }

    /// <summary>The next marker that is no restart: in entropy-coded data FF is always followed by 00.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> b, int start)
    {
        for (var i = start; i + 1 < b.Length; i++)
        {
            if (b[i] == 0xFF && b[i + 1] is not 0x00 and not 0xFF and not (>= 0xD0 and <= 0xD7))
            {
                return i;
            }
        }

        return b.Length;
    }

    /// <summary>Keeps the critical chunks and those that change how the picture looks.</summary>
    private static byte[] StripPng(ReadOnlySpan<byte> b)
    {
        using var kept = new MemoryStream(b.Length);
        kept.Write(b[..8]);
        for (var i = 8; i + 12 <= b.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(b[i..]);
            if (length > b.Length - i - 12)
            {
                break;
            }

            var name = System.Text.Encoding.ASCII.GetString(b.Slice(i + 4, 4));
            var size = (int)length + 12;
            if (name is "IHDR" or "PLTE" or "IDAT" or "IEND" or "tRNS" or "gAMA" or "cHRM" or "sRGB" or "iCCP" or "acTL" or "fcTL" or "fdAT" or "sBIT" or "bKGD")
            {
                kept.Write(b.Slice(i, size));
            }

            i += size;
            if (name == "IEND")
            {
                break;
            }
        }

        return kept.ToArray();
    }

    /// <summary>RFC 9649: drops the EXIF and XMP chunks, and the flags that announce them.</summary>
    private static byte[] StripWebP(ReadOnlySpan<byte> b)
    {
        using var kept = new MemoryStream(b.Length);
        kept.Write(b[..12]);
        for (var i = 12; i + 8 <= b.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(b[(i + 4)..]);
            var size = (int)Math.Min(8 + (long)length + (length & 1), b.Length - i);
            var name = b.Slice(i, 4);
            if (name.SequenceEqual("VP8X"u8) && size > 8)
            {
                var header = b.Slice(i, size).ToArray();
                header[8] &= unchecked((byte)~0b0000_1100);
                kept.Write(header);
            }
            else if (name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8) || name.SequenceEqual("ALPH"u8)
                || name.SequenceEqual("ANIM"u8) || name.SequenceEqual("ANMF"u8) || name.SequenceEqual("ICCP"u8))
            {
                kept.Write(b.Slice(i, size));
            }

            i += size;
        }

        var bytes = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)(bytes.Length - 8));
        return bytes;
    }

    /// <summary>Drops comment extensions and every application extension but the loop count.</summary>
    private static byte[] StripGif(ReadOnlySpan<byte> b)
    {
        if (b.Length < 13)
        {
            return [.. b, 0x3B];
        }

        using var kept = new MemoryStream(b.Length);
        var i = 13 + ColourTable(b[10]);
        kept.Write(b[..Math.Min(i, b.Length)]);
        while (i < b.Length && b[i] is 0x21 or 0x2C)
        {
            var start = i;
            var isComment = b[i] == 0x21 && i + 1 < b.Length && b[i + 1] is 0xFE or 0x01;
            var isForeign = b[i] == 0x21 && i + 14 < b.Length && b[i + 1] == 0xFF && !b.Slice(i + 3, 11).SequenceEqual("NETSCAPE2.0"u8);
            i += b[i] == 0x21 ? 2 : i + 9 < b.Length ? 11 + ColourTable(b[i + 9]) : 11;
            while (i < b.Length && b[i] != 0)
            {
                i += b[i] + 1;
            }

            i = Math.Min(i + 1, b.Length);
            if (!isComment && !isForeign)
            {
                kept.Write(b[Math.Min(start, b.Length)..i]);
            }
        }

        kept.WriteByte(0x3B);
        return kept.ToArray();
    }

    private static int ColourTable(byte flags) => (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;
}
