using System.Buffers.Binary;

namespace Rounds.Platform.Images;

/// <summary>
/// Takes everything out of an image that is not needed to show it: camera, place, names, comments, thumbnails (a cropped
/// picture's thumbnail may still show what was cropped). Pixels are not touched. The orientation of a JPEG is lost with
/// its EXIF block, so it is read before and written back alone.
/// </summary>
public static class Metadata
{
    public static byte[] Strip(byte[] bytes, string contentType) => contentType switch
    {
        "image/jpeg" => StripJpeg(bytes),
        "image/png" => StripPng(bytes),
        "image/webp" => StripWebP(bytes),
        "image/gif" => StripGif(bytes),
        _ => throw new ArgumentException($"There is no rule for {contentType}.", nameof(contentType)),
    };

    /// <summary>Keeps the segments a decoder needs; of the application segments only JFIF, the colour profile and Adobe's transform flag.</summary>
    private static byte[] StripJpeg(ReadOnlySpan<byte> b)
    {
        using var kept = new MemoryStream(b.Length);
        kept.Write(b[..2]);
        ushort orientation = 1;
        var i = 2;
        while (i + 4 <= b.Length && b[i] == 0xFF)
        {
            var marker = b[i + 1];
            if (marker == 0xFF)
            {
                i++;
                continue;
            }

            if (marker == 0xDA)
            {
                break;
            }

            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(b[(i + 2)..]);
            if (i + length > b.Length)
            {
                break;
            }

            var segment = b.Slice(i, length);
            if (marker == 0xE1)
            {
                orientation = Math.Max(orientation, Exif.Orientation(segment[4..]));
            }

            var isProfile = marker == 0xE2 && segment[4..].StartsWith("ICC_PROFILE\0"u8);
            if (marker is < 0xE0 or > 0xEF and not 0xFE || marker is 0xE0 or 0xEE || isProfile)
            {
                kept.Write(segment);
            }

            i += length;
        }

        if (orientation > 1)
        {
            var body = kept.ToArray();
            kept.SetLength(0);
            kept.Write(body.AsSpan(0, 2));
            kept.Write(Exif.OnlyOrientation(orientation));
            kept.Write(body.AsSpan(2));
        }

        // The picture itself, up to its end: data hidden behind it (a second image, a location track) stays behind.
        var scan = b[i..];
        var end = scan.LastIndexOf<byte>([0xFF, 0xD9]);
        kept.Write(end < 0 ? scan : scan[..FirstEnd(scan, end)]);
        return kept.ToArray();
    }

    /// <summary>End of the first image: an EOI marker outside entropy-coded data, where FF is always stuffed with 00.</summary>
    private static int FirstEnd(ReadOnlySpan<byte> scan, int last)
    {
        var first = scan.IndexOf<byte>([0xFF, 0xD9]);
        return (first < 0 ? last : first) + 2;
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
            if (char.IsAsciiLetterUpper(name[0]) || name is "tRNS" or "gAMA" or "cHRM" or "sRGB" or "iCCP" or "acTL" or "fcTL" or "fdAT" or "sBIT" or "bKGD")
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
