using System.Text;

namespace SecretGuard.Reporting;

/// <summary>Takes UTF-8 bytes and passes their characters on to a text writer: a JSON writer knows bytes, a reporter is given text.</summary>
internal sealed class Utf8TextStream(TextWriter output) : Stream
{
    private const int Chunk = 4096;

    private readonly Decoder _decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetDecoder();
    private readonly char[] _characters = new char[Chunk + 1];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // One byte never gives more than one UTF-16 unit; the spare unit is for a pair that an earlier chunk began.
        while (!buffer.IsEmpty)
        {
            ReadOnlySpan<byte> part = buffer[..Math.Min(Chunk, buffer.Length)];
            int count = _decoder.GetChars(part, _characters, flush: false);
            output.Write(_characters, 0, count);
            buffer = buffer[part.Length..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
