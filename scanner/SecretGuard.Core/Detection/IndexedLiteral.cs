using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>A literal that the index looks for.</summary>
/// <param name="bytes">The literal, in UTF-8.</param>
/// <param name="ignoreCase">Whether ASCII letter case is ignored.</param>
/// <param name="looksFar">As <see cref="Matcher.LooksFar"/>.</param>
/// <param name="matcher">The place of the matcher that is called where it stands.</param>
/// <param name="signature">The literal's place among that matcher's.</param>
internal readonly struct IndexedLiteral(byte[] bytes, bool ignoreCase, bool looksFar, int matcher, int signature)
{
    public readonly byte[] Bytes = bytes;
    public readonly bool IgnoreCase = ignoreCase;
    public readonly bool LooksFar = looksFar;
    public readonly int Matcher = matcher;
    public readonly int Signature = signature;

    /// <summary>All literals of these matchers, in their order.</summary>
    /// <param name="matchers">The matchers.</param>
    /// <param name="next">Takes what can follow each of them, or null for anything.</param>
    public static IndexedLiteral[] Of(IReadOnlyList<Matcher> matchers, List<ByteClass?> next)
    {
        List<IndexedLiteral> literals = [];
        for (int matcher = 0; matcher < matchers.Count; matcher++)
        {
            IReadOnlyList<Signature> signatures = matchers[matcher].Signatures;
            for (int i = 0; i < signatures.Count; i++)
            {
                literals.Add(new IndexedLiteral(Encoding.UTF8.GetBytes(signatures[i].Literal), signatures[i].IgnoreCase, matchers[matcher].LooksFar, matcher, i));
                next.Add(signatures[i].Next);
            }
        }

        return [.. literals];
    }

    /// <summary>Lets it pass the filter by this gram: one of three bytes with every byte that may follow it.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="gram">The gram.</param>
    /// <param name="next">What can follow the literal, or null for anything.</param>
    public void LetPass(GramFilter filter, uint gram, ByteClass? next)
    {
        if (Bytes.Length >= Gram.Length)
        {
            filter.Add(gram);
            return;
        }

        for (int fourth = 0; fourth < 256; fourth++)
        {
            if (next?.Contains((byte)fourth) != false)
            {
                filter.Add(GramFilter.Fold(Bytes[0], Bytes[1], Bytes[2], (byte)fourth));
            }
        }
    }
}
