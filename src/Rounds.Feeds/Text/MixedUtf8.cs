using System.Buffers;
using System.Text;

namespace Rounds.Feeds.Text;

/// <summary>UTF-8 with a few foreign bytes: a text cut in the middle of a character, or one item pasted from windows-1252. Those bytes are
/// read one by one as Latin-1, which <see cref="Repair"/> later takes for windows-1252.</summary>
internal static class MixedUtf8
{
    // Fewer right characters than this for each wrong byte, and the whole is more likely in another charset.
    private const int RightForEachWrong = 4;

    public static bool TryDecode(ReadOnlySpan<byte> bytes, out string text)
    {
        text = "";
        var (right, wrong) = (0, 0);
        for (var rest = bytes; Next(ref rest, out var start, out var length, out var isRight);)
            if (isRight)
                right++;
            else
                wrong++;
        if (right < wrong * RightForEachWrong)
            return false;
        var result = new StringBuilder(bytes.Length);
        var copied = bytes;
        for (var rest = bytes; Next(ref rest, out var start, out var length, out var isRight);)
        {
            if (isRight)
                continue;
            var before = copied.Length - rest.Length - length;
            result.Append(Encoding.UTF8.GetString(copied[..before]));
            foreach (var b in copied.Slice(before, length))
                result.Append((char)b);
            copied = rest;
        }
        text = result.Append(Encoding.UTF8.GetString(copied)).ToString();
        return true;
    }

    /// <summary>The next character that is not ASCII, or the next bytes that are no character.</summary>
    private static bool Next(ref ReadOnlySpan<byte> rest, out int start, out int length, out bool isRight)
    {
        start = rest.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        length = 0;
        isRight = false;
        if (start < 0)
            return false;
        isRight = Rune.DecodeFromUtf8(rest[start..], out _, out length) == OperationStatus.Done;
        rest = rest[(start + length)..];
        return true;
    }
}
