using System.Runtime.InteropServices;

namespace SecretGuard.Git;

/// <summary>Memory of the operating system, which gets it back at once: the pools of arrays and the garbage collector would both keep what is as large as this.</summary>
internal sealed unsafe class LargeBlock : SafeHandle
{
    /// <summary>Takes so much.</summary>
    /// <param name="length">How many bytes; their content is not set.</param>
    public LargeBlock(int length)
        : base(IntPtr.Zero, ownsHandle: true)
    {
        Length = length;
        SetHandle((nint)NativeMemory.Alloc((nuint)length));
    }

    public int Length { get; }

    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <summary>These bytes.</summary>
    /// <exception cref="ObjectDisposedException">It was given back.</exception>
    public Span<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return new Span<byte>((void*)handle, Length);
        }
    }

    protected override bool ReleaseHandle()
    {
        NativeMemory.Free((void*)handle);
        return true;
    }
}
