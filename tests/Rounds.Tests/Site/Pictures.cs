using System.Text;

namespace Rounds.Tests;

/// <summary>Real image files, made here: what cameras and cheats send.</summary>
public static class Pictures
{
    public const string Camera = "Ward Camera 7";
    public const string Place = "GPS: entrance of building C";

    /// <summary>
    /// A grey JPEG of any size, whole enough for every decoder (ITU-T T.81: baseline, one component, one-bit codes), with
    /// what a phone adds: EXIF that says "turned a quarter" and names the camera, and a comment with a place.
    /// </summary>
    public static byte[] Jpeg(int width = 1200, int height = 800)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        Segment(file, 0xE1, [.. "Exif\0\0"u8, .. Tiff()]);
        Segment(file, 0xFE, Encoding.ASCII.GetBytes(Place));
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Segment(file, 0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);

        // Each table has one code, "0": no difference to the last block, and no detail in this one.
        Segment(file, 0xC4, [0x00, 1, .. new byte[15], 0]);
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0]);
        Segment(file, 0xDA, [1, 1, 0, 0, 63, 0]);
        file.Write(new byte[(((width + 7) / 8 * ((height + 7) / 8) * 2) + 7) / 8]);
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    public static PickedFile Picked(string name = "ward.jpg", int width = 1200) => new(name, "image/jpeg", Jpeg(width));

    /// <summary>Two entries: orientation 6, and the maker of the camera.</summary>
    private static byte[] Tiff()
    {
        var maker = Encoding.ASCII.GetBytes(Camera + "\0");
        return
        [
            (byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 2, 0,
            0x0F, 0x01, 2, 0, (byte)maker.Length, 0, 0, 0, 38, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0,
            0, 0, 0, 0,
            .. maker,
        ];
    }

    private static void Segment(MemoryStream file, byte marker, byte[] body)
    {
        file.Write([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2)]);
        file.Write(body);
    }
}
