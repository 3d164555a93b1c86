using System.Buffers;

namespace SecretGuard.Git;

/// <summary>A range of a rented array, or of a block where it is large. Whoever holds it last returns it.</summary>
internal readonly struct Buffer
{
    private const int LeastBlock = 8 << 20;

    private readonly object? _memory;
    private readonly int _start;

    private Buffer(object memory, int start, int length)
    {
        _memory = memory;
        _start = start;
        Length = length;
    }

    public int Length { get; }

    public bool IsNone => _memory is null;

    /// <summary>The array that begins with these bytes, or null.</summary>
    public byte[]? Array => _start == 0 ? _memory as byte[] : null;

    public ReadOnlySpan<byte> Bytes => Writable;

    public Span<byte> Writable => _memory is LargeBlock block ? block.Bytes.Slice(_start, Length) : ((byte[]?)_memory).AsSpan(_start, Length);

    public static Buffer Rent(int length) => new(length < LeastBlock ? ArrayPool<byte>.Shared.Rent(length) : new LargeBlock(length), 0, length);

    public static Buffer CopyOf(ReadOnlySpan<byte> bytes)
    {
        Buffer copy = Rent(bytes.Length);
        bytes.CopyTo(copy.Writable);
        return copy;
    }

    /// <summary>The same without its beginning; takes the place of this one.</summary>
    public Buffer From(int start) => new(_memory!, _start + start, Length - start);

    /// <summary>The same without what is behind its first bytes; takes the place of this one.</summary>
    public Buffer Beginning(int length) => new(_memory!, _start, length);

    public void Return()
    {
        switch (_memory)
        {
            case LargeBlock block:
                block.Dispose();
                break;
            case byte[] array:
                ArrayPool<byte>.Shared.Return(array);
                break;
        }
    }
}
