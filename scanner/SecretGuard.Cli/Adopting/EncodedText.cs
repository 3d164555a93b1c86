using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Cli.Adopting;

/// <summary>The text of a file, so that a part of it can be replaced while every other byte stays: its encoding, its mark, and what is no text in it too.</summary>
internal sealed class EncodedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _bytes;
    private readonly int _mark;
    private readonly Encoding _encoding;

    private EncodedText(byte[] bytes, Content content)
    {
        (_bytes, Content) = (bytes, content);
        (_encoding, _mark) = content.Encoding switch
        {
            ContentEncoding.Utf16LittleEndian => (Encoding.Unicode, Mark(bytes, Encoding.Unicode)),
            ContentEncoding.Utf16BigEndian => (Encoding.BigEndianUnicode, Mark(bytes, Encoding.BigEndianUnicode)),
            _ => (IsUtf8(bytes) ? Strict : Encoding.Latin1, Mark(bytes, Encoding.UTF8)),
        };
        Text = _encoding.GetString(bytes.AsSpan(_mark));
    }

    /// <summary>It as the detector reads it.</summary>
    public Content Content { get; }

    /// <summary>It without a mark of its encoding. Where bytes are no UTF-8, each is a character.</summary>
    public string Text { get; }

    /// <summary>Reads a file's bytes; null where they are no text.</summary>
    /// <param name="bytes">They are kept and not changed.</param>
    /// <param name="path">The path, with <c>/</c>.</param>
    public static EncodedText? Of(byte[] bytes, string path) => Content.FromBytes(bytes, bytes.Length, path) is { IsBinary: false } content ? new EncodedText(bytes, content) : null;

    /// <summary>The character of <see cref="Text"/> that a byte of <see cref="Content"/> belongs to.</summary>
    public int IndexOf(int contentByte) => ReferenceEquals(_encoding, Encoding.Latin1) ? contentByte : Encoding.UTF8.GetCharCount(Content.Buffer.AsSpan(0, contentByte));

    /// <summary>The file with some characters replaced.</summary>
    public byte[] With(int start, int end, string replacement)
    {
        (int from, int to) = (ByteOf(start), ByteOf(end));
        return [.. _bytes.AsSpan(0, from), .. _encoding.GetBytes(replacement), .. _bytes.AsSpan(to)];
    }

    private int ByteOf(int index) => _mark + (ReferenceEquals(_encoding, Strict) ? Encoding.UTF8.GetByteCount(Text.AsSpan(0, index)) : ReferenceEquals(_encoding, Encoding.Latin1) ? index : index * 2);

    private static int Mark(byte[] bytes, Encoding encoding) => bytes.AsSpan().StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            return Strict.GetCharCount(bytes) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
