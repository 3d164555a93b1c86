#if NET
using System.Buffers;
#else
using SecretGuard.Rules;
#endif

namespace SecretGuard.Text;

/// <summary>A prepared search for any of several bytes. More than five of them are sought one by one otherwise, at every byte of the text.</summary>
internal sealed class ByteSearch
{
#if NET
    private readonly SearchValues<byte> _bytes;

    public ByteSearch(string bytes) => _bytes = SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(bytes));

    /// <summary>Where the first of them stands, or -1.</summary>
    public int IndexIn(ReadOnlySpan<byte> text) => text.IndexOfAny(_bytes);

    /// <summary>Where the last of them stands, or -1.</summary>
    public int LastIndexIn(ReadOnlySpan<byte> text) => text.LastIndexOfAny(_bytes);
#else
    private readonly ByteClass _bytes;

    public ByteSearch(string bytes) => _bytes = ByteClass.Of(bytes);

    /// <summary>Where the first of them stands, or -1.</summary>
    public int IndexIn(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (_bytes.Contains(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the last of them stands, or -1.</summary>
    public int LastIndexIn(ReadOnlySpan<byte> text)
    {
        int i = text.Length - 1;
        while (i >= 0 && !_bytes.Contains(text[i]))
        {
            i--;
        }

        return i;
    }
#endif
}
