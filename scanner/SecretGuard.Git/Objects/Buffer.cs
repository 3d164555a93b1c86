using System.Buffers;

namespace SecretGuard.Git;

/// <summary>A range of a rented array. Whoever holds it last returns it.</summary>
internal readonly struct Buffer
{
    private readonly byte[]? _array;
    private readonly int _start;

    private Buffer(byte[] array, int start, int length)
    {
        _array = array;
        _start = start;
        Length = length;
    }

    public int Length { get; }

    public bool IsNone => _array is null;

    public ReadOnlySpan<byte> Bytes => _array.AsSpan(_start, Length);

    public Span<byte> Writable => _array.AsSpan(_start, Length);

    public static Buffer Rent(int length) => new(ArrayPool<byte>.Shared.Rent(length), 0, length);

    public static Buffer CopyOf(ReadOnlySpan<byte> bytes)
    {
        Buffer copy = Rent(bytes.Length);
        bytes.CopyTo(copy.Writable);
        return copy;
    }

    /// <summary>The same without its beginning; takes the place of this one.</summary>
    public Buffer From(int start) => new(_array!, _start + start, Length - start);

    public void Return()
    {
        if (_array is not null)
        {
            ArrayPool<byte>.Shared.Return(_array);
        }
    }
}
