using System.Text;

namespace SecretGuard.Detection;

/// <summary>How the bytes of a content were read as text.</summary>
public enum ContentEncoding
{
    /// <summary>UTF-8, or bytes that hold no character beyond ASCII.</summary>
    Utf8,

    /// <summary>Bytes that are not valid UTF-8: read one byte a character.</summary>
    Latin1,

    /// <summary>UTF-16, little endian.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, big endian.</summary>
    Utf16BigEndian,

    /// <summary>Not text.</summary>
    Binary,
}

/// <summary>The text of a file, a blob or a constant, made ready for the detector: UTF-8 bytes without a byte order mark.</summary>
public sealed class Content
{
    /// <summary>So many bytes say whether a content is text; as git does.</summary>
    public const int Sniffed = 8000;

    private const int Piece = 64 * 1024;
    private const int BinaryHead = 4096; // magic numbers stand at the front, and most keys are smaller

    private Content(byte[] buffer, int length, ContentEncoding encoding, string path)
    {
        Buffer = buffer;
        Length = length;
        Encoding = encoding;
        Path = path;
    }

    /// <summary>The text; the first <see cref="Length"/> bytes count. Of a binary content the raw head: see <see cref="Head"/>.</summary>
    public byte[] Buffer { get; }

    /// <summary>Bytes of text, or of the head of a binary content.</summary>
    public int Length { get; }

    /// <summary>The first 4 KB of a binary content as they are; empty for text.</summary>
    public ReadOnlySpan<byte> Head => IsBinary ? new ReadOnlySpan<byte>(Buffer, 0, Length) : default;

    /// <summary>What the bytes were.</summary>
    public ContentEncoding Encoding { get; }

    /// <summary>The path, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>Whether this was no text at all.</summary>
    public bool IsBinary => Encoding == ContentEncoding.Binary;

    /// <summary>Reads a string, such as a constant in code.</summary>
    public static Content FromText(string text, string path)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return new Content(bytes, bytes.Length, ContentEncoding.Utf8, path);
    }

    /// <summary>Reads the first <paramref name="length"/> bytes of <paramref name="buffer"/>; the buffer is used in place where it is UTF-8 already.</summary>
    public static Content FromBytes(byte[] buffer, int length, string path)
    {
        var bytes = new ReadOnlySpan<byte>(buffer, 0, length);
        switch (MarkOf(bytes))
        {
            case ContentEncoding.Utf8:
                byte[] rest = bytes.Slice(3).ToArray();
                return new Content(rest, rest.Length, ContentEncoding.Utf8, path);
            case ContentEncoding.Utf16LittleEndian:
                return Transcode(System.Text.Encoding.Unicode, ContentEncoding.Utf16LittleEndian, buffer, 2, length, path);
            case ContentEncoding.Utf16BigEndian:
                return Transcode(System.Text.Encoding.BigEndianUnicode, ContentEncoding.Utf16BigEndian, buffer, 2, length, path);
            default:
                break;
        }

        return Sniff(bytes) switch
        {
            ContentEncoding.Utf8 => new Content(buffer, length, ContentEncoding.Utf8, path),
            ContentEncoding.Utf16LittleEndian => Transcode(System.Text.Encoding.Unicode, ContentEncoding.Utf16LittleEndian, buffer, 0, length, path),
            ContentEncoding.Utf16BigEndian => Transcode(System.Text.Encoding.BigEndianUnicode, ContentEncoding.Utf16BigEndian, buffer, 0, length, path),
            _ => new Content(buffer, Math.Min(BinaryHead, length), ContentEncoding.Binary, path),
        };
    }

    /// <summary>Whether a content that begins so is no text. Of one that is none, no more than its beginning is looked at.</summary>
    public static bool IsNoText(ReadOnlySpan<byte> beginning) => MarkOf(beginning) is null && Sniff(beginning) == ContentEncoding.Binary;

    /// <summary>The encoding that the mark at the beginning tells; null where there is none.</summary>
    private static ContentEncoding? MarkOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }) ? ContentEncoding.Utf8
        : bytes.StartsWith(new byte[] { 0xFF, 0xFE }) && !bytes.StartsWith(new byte[] { 0xFF, 0xFE, 0, 0 }) ? ContentEncoding.Utf16LittleEndian
        : bytes.StartsWith(new byte[] { 0xFE, 0xFF }) ? ContentEncoding.Utf16BigEndian
        : null;

    private static ContentEncoding Sniff(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes.Slice(0, Math.Min(Sniffed, bytes.Length));
        return head.IndexOf((byte)0) < 0 ? ContentEncoding.Utf8 : SniffUtf16(head);
    }

    /// <summary>UTF-16 without a mark: nearly all bytes of one parity are zero, nearly none of the other, and lines look like text.</summary>
    private static ContentEncoding SniffUtf16(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0, control = 0, pairs = head.Length / 2;
        for (int i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
            byte text = head[i] == 0 ? head[i + 1] : head[i];
            control += text < 0x20 && text is not ((byte)'\t' or (byte)'\n' or (byte)'\r') ? 1 : 0;
        }

        if (pairs < 4 || control * 50 > pairs)
        {
            return ContentEncoding.Binary;
        }

        return odd * 10 > pairs * 7 && even * 20 < pairs ? ContentEncoding.Utf16LittleEndian
            : even * 10 > pairs * 7 && odd * 20 < pairs ? ContentEncoding.Utf16BigEndian
            : ContentEncoding.Binary;
    }

    private static Content Transcode(Encoding from, ContentEncoding encoding, byte[] buffer, int offset, int length, string path)
    {
        int end = offset + ((length - offset) & ~1);
        byte[] text = new byte[Convert(from, buffer, offset, end, null)];
        Convert(from, buffer, offset, end, text);
        return new Content(text, text.Length, encoding, path);
    }

    /// <summary>Writes the UTF-8 of a range, if there is where to, and counts its bytes. Piece by piece: a file may be large, and as characters larger still.</summary>
    private static int Convert(Encoding from, byte[] buffer, int offset, int end, byte[]? target)
    {
        Decoder decoder = from.GetDecoder();
        Encoder encoder = System.Text.Encoding.UTF8.GetEncoder();
        char[] chars = new char[Piece];
        int written = 0;
        for (int at = offset; at < end; at += Piece)
        {
            bool last = at + Piece >= end;
            int count = decoder.GetChars(buffer, at, Math.Min(Piece, end - at), chars, 0, last);
            written += target is null ? encoder.GetByteCount(chars, 0, count, last) : encoder.GetBytes(chars, 0, count, target, written, last);
        }

        return written;
    }
}
