using System.Runtime.InteropServices;

namespace SecretGuard.Git;

/// <summary>Memory of the operating system, which gets it back at once: the pools of arrays and the garbage collector would both keep what is as large as this.</summary>
internal sealed unsafe class LargeBlock : IDisposable
{
    private void* _start;

    /// <param name="length">How many bytes; their content is not set.</param>
    public LargeBlock(int length)
    {
        Length = length;
        _start = NativeMemory.Alloc((nuint)length);
    }

    ~LargeBlock() => NativeMemory.Free(_start);

    public int Length { get; }

    /// <exception cref="ObjectDisposedException">It was given back.</exception>
    public Span<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_start is null, this);
            return new Span<byte>(_start, Length);
        }
    }

    public void Dispose()
    {
        NativeMemory.Free(_start);
        _start = null;
        GC.SuppressFinalize(this);
    }
}
