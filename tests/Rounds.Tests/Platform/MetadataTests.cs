using System.Buffers.Binary;
using System.Text;
using Rounds.Platform.Images;

namespace Rounds.Tests.Platform;

/// <summary>What leaves with a picture: nothing but the picture. All images are put together here, byte by byte.</summary>
public sealed class MetadataTests
{
    private const string Secret = "Ward 7, bed 3";

    public static TheoryData<string> Kinds => ["jpeg", "progressive jpeg", "png", "webp", "gif"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_told_beside_the_picture_remains(string kind)
    {
        var image = Make(kind, withSecrets: true);
        Assert.Contains(Secret, Encoding.Latin1.GetString(image));
        var read = ImageFile.Read(image)!;

        var stripped = Metadata.Strip(image, read.ContentType);

        Assert.DoesNotContain("Ward", Encoding.Latin1.GetString(stripped));
        Assert.DoesNotContain("Exif\0\0II", Encoding.Latin1.GetString(stripped));
        Assert.Equal(read, ImageFile.Read(stripped));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_picture_is_what_it_would_be_without(string kind)
    {
        var stripped = Metadata.Strip(Make(kind, withSecrets: true), ImageFile.Read(Make(kind, withSecrets: true))!.ContentType);
        var plain = Make(kind, withSecrets: false);

        Assert.Equal(Convert.ToHexString(plain), Convert.ToHexString(stripped));
        Assert.Equal(plain, Metadata.Strip(plain, ImageFile.Read(plain)!.ContentType));
    }

    [Theory]
    [InlineData(true, 6)]
    [InlineData(false, 3)]
    [InlineData(false, 8)]
    public void A_picture_keeps_the_right_way_up(bool littleEndian, int orientation)
    {
        byte[] image = [0xFF, 0xD8, .. Exif(littleEndian, (ushort)orientation), .. JpegBody()];

        var stripped = Metadata.Strip(image, "image/jpeg");

        Assert.DoesNotContain("Ward", Encoding.Latin1.GetString(stripped));
        var app1 = stripped.AsSpan(2);
        Assert.Equal(0xE1, app1[1]);
        Assert.Equal(orientation, BinaryPrimitives.ReadUInt16BigEndian(app1[28..]));
        Assert.Equal(2 + BinaryPrimitives.ReadUInt16BigEndian(app1[2..]) + 2 + JpegBody().Length, stripped.Length);
        Assert.Equal(stripped, Metadata.Strip(stripped, "image/jpeg"));
    }

    [Fact]
    public void What_there_is_no_rule_for_is_refused() =>
        Assert.Throws<ArgumentException>(() => Metadata.Strip("<svg/>"u8.ToArray(), "image/svg+xml"));

    /// <summary>Whatever a hostile file holds, the store gets bytes back, and never more than a few more than it gave.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_image_is_an_image_not_a_fault(string kind)
    {
        var random = new Random(20260504);
        byte[] interesting = [0x00, 0x01, 0x02, 0x7F, 0x80, 0xD8, 0xD9, 0xDA, 0xE1, 0xFE, 0xFF, 0x21, 0x2C, 0x3B];
        var image = Make(kind, withSecrets: true);
        var tried = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var damaged = image[..(round % 3 == 0 ? random.Next(image.Length + 1) : image.Length)];
            for (var hit = random.Next(1, 6); hit > 0 && damaged.Length > 0; hit--)
            {
                damaged[random.Next(damaged.Length)] = random.Next(2) == 0 ? interesting[random.Next(interesting.Length)] : (byte)random.Next(256);
            }

            if (ImageFile.Read(damaged) is { } read)
            {
                tried++;
                Assert.InRange(Metadata.Strip(damaged, read.ContentType).Length, 0, damaged.Length + 64);
            }
        }

        Assert.InRange(tried, 2000, 20_000);
    }

    [Theory]
    [InlineData("GIF89a\u0001\0\u0001\0")]
    [InlineData("GIF89a\u0001\0\u0001\0\u0080")]
    [InlineData("GIF89a\u0001\0\u0001\0\u0087\0\0")]
    [InlineData("GIF89a\u0001\0\u0001\0\0\0\0!")]
    [InlineData("GIF89a\u0001\0\u0001\0\0\0\0!\u00ff")]
    [InlineData("GIF89a\u0001\0\u0001\0\0\0\0,")]
    public void A_gif_cut_short_is_no_fault(string bytes)
    {
        var image = Encoding.Latin1.GetBytes(bytes);

        Assert.Equal("image/gif", ImageFile.Read(image)?.ContentType);
        Assert.NotEmpty(Metadata.Strip(image, "image/gif"));
    }

    private static byte[] Make(string kind, bool withSecrets) => kind switch
    {
        "jpeg" => withSecrets
            ? [0xFF, 0xD8, .. Jfif(3), .. Segment(0xE0, "JFXX\0\u0013" + Secret), .. Exif(true, 1), .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + Secret), .. Segment(0xED, Secret),
               .. Adobe(Secret), .. Segment(0xFE, Secret), .. JpegBody(), .. Encoding.Latin1.GetBytes(Secret), 0xFF, 0xD8, 0xFF, 0xD9]
            : [0xFF, 0xD8, .. Jfif(0), .. Adobe(""), .. JpegBody()],
        "progressive jpeg" =>
            [0xFF, 0xD8, .. Frame(0xC2), .. Segment(0xDA, "\u0003\u0001\0\u0002\u0011\u0003\u0011\0\0\0"), 0x12, 0xFF, 0x00, 0xFF, 0xD0, 0x34,
             .. withSecrets ? Segment(0xFE, Secret) : [], .. withSecrets ? Exif(true, 1) : [],
             .. Segment(0xC4, "\0\u00ff\u00d9 a table that holds the bytes of an end"), .. Segment(0xDA, "\u0001\u0001\0\u0001\u0005\0"), 0x56, 0xFF, 0xD9],
        "png" => [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", "\0\0\0\u0003\0\0\0\u0002\u0008\u0002\0\0\0"), .. Chunk("gAMA", "\0\0\u00b1\u008f"),
             .. withSecrets ? [.. Chunk("tEXt", "Comment\0" + Secret), .. Chunk("iTXt", Secret), .. Chunk("zTXt", Secret), .. Chunk("eXIf", "II*\0" + Secret), .. Chunk("tIME", "\u0007\u00ea\u0005\u0004\u0009\0\0"), .. Chunk("prVt", Secret), .. Chunk("SCRT", Secret)] : (byte[])[],
             .. Chunk("IDAT", "not really deflated"), .. Chunk("IEND", ""), .. withSecrets ? Encoding.Latin1.GetBytes(Secret) : []],
        "webp" => WebP(withSecrets),
        _ => [.. "GIF89a"u8, 3, 0, 2, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
             .. withSecrets ? [0x21, 0xFE, (byte)Secret.Length, .. Encoding.Latin1.GetBytes(Secret), 0, 0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)Secret.Length, .. Encoding.Latin1.GetBytes(Secret), 0] : (byte[])[],
             0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 3, 0, 2, 0, 0, 2, 3, 0x84, 0x11, 0x05, 0, 0x3B, .. withSecrets ? Encoding.Latin1.GetBytes(Secret) : []],
    };

    private static byte[] JpegBody() =>
        [.. Segment(0xDB, "\0" + new string('\u0010', 64)), .. Frame(0xC0), .. Segment(0xDA, "\u0003\u0001\0\u0002\u0011\u0003\u0011\0\u003f\0"), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD3, 0x56, 0xFF, 0xD9];

    private static byte[] Frame(byte marker) => Segment(marker, "\u0008\0\u0002\0\u0003\u0003\u0001\u0022\0\u0002\u0011\u0001\u0003\u0011\u0001");

    private static byte[] Jfif(byte thumbnail) =>
        Segment(0xE0, "JFIF\0\u0001\u0002\0\0\u0001\0\u0001" + (thumbnail == 0 ? "\0\0" : $"{(char)thumbnail}\u0001" + "Ward 7 no"));

    private static byte[] Adobe(string more) => Segment(0xEE, "Adobe\0\u0064\0\0\0\0\u0001" + more);

    /// <summary>A camera's block: orientation, and a place in a GPS directory.</summary>
    private static byte[] Exif(bool littleEndian, ushort orientation)
    {
        var tiff = new byte[64];
        (littleEndian ? "II*\0"u8 : "MM\0*"u8).CopyTo(tiff);
        void Put16(int at, ushort value) { if (littleEndian) { BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), value); } else { BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), value); } }
        void Put32(int at, uint value) { if (littleEndian) { BinaryPrimitives.WriteUInt32LittleEndian(tiff.AsSpan(at), value); } else { BinaryPrimitives.WriteUInt32BigEndian(tiff.AsSpan(at), value); } }
        Put32(4, 8);
        Put16(8, 2);
        (ushort Tag, ushort Type, uint Count)[] entries = [(0x0112, 3, 1), (0x8825, 4, 1)];
        for (var entry = 0; entry < 2; entry++)
        {
            Put16(10 + entry * 12, entries[entry].Tag);
            Put16(12 + entry * 12, entries[entry].Type);
            Put32(14 + entry * 12, entries[entry].Count);
        }

        Put16(18, orientation);
        Put32(30, 38);
        return Segment(0xE1, "Exif\0\0" + Encoding.Latin1.GetString(tiff) + Secret);
    }

    private static byte[] Segment(byte marker, string content)
    {
        var length = (ushort)(content.Length + 2);
        return [0xFF, marker, (byte)(length >> 8), (byte)length, .. Encoding.Latin1.GetBytes(content)];
    }

    private static byte[] Chunk(string name, string content)
    {
        byte[] named = [.. Encoding.Latin1.GetBytes(name), .. Encoding.Latin1.GetBytes(content)];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc32(named));
        return chunk;
    }

    /// <summary>The check of PNG (ISO/IEC 15948, annex D), bit by bit.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] WebP(bool withSecrets)
    {
        byte[] chunks =
        [
            .. Riff("VP8X", [(byte)(withSecrets ? 0b0001_1100 : 0b0001_0000), 0, 0, 0, 2, 0, 0, 1, 0, 0]), .. Riff("ALPH", [1, 2, 3]), .. Riff("VP8 ", new byte[20]),
            .. withSecrets ? [.. Riff("EXIF", Encoding.Latin1.GetBytes("II*\0" + Secret)), .. Riff("XMP ", Encoding.Latin1.GetBytes(Secret)), .. Riff("PRVT", Encoding.Latin1.GetBytes(Secret))] : (byte[])[],
        ];
        var head = new byte[8];
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), chunks.Length + 4);
        return [.. head, .. "WEBP"u8, .. chunks];
    }

    private static byte[] Riff(string name, byte[] content)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, content.Length);
        return [.. Encoding.Latin1.GetBytes(name), .. size, .. content, .. content.Length % 2 == 1 ? [0] : (byte[])[]];
    }
}
