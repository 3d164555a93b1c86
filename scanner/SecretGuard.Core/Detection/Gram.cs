using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>
/// Four bytes of a literal, letter case folded, by which it is looked for; of one of three bytes these and a mark. As <see cref="GramFilter.Fold"/> makes them.
/// </summary>
internal static class Gram
{
    /// <summary>The fourth byte of a literal of three: any may follow it.</summary>
    public const uint AnyFourth = 0xFF000000;

    /// <summary>Bytes of a gram.</summary>
    public const int Length = 4;

    // What is less important never outweighs: surprises of four letters sum up to less than a hundred.
    private const double PassingWeight = 1e2;
    private const double RarityWeight = 1e3;

    /// <summary>The gram of a literal that begins here.</summary>
    public static uint At(byte[] literal, int offset) => literal.Length < Length
        ? GramFilter.Fold(literal[0], literal[1], literal[2], 0) | AnyFourth
        : GramFilter.Fold(literal[offset], literal[offset + 1], literal[offset + 2], literal[offset + 3]);

    /// <summary>Chooses where in every literal its gram begins; those that have no choice come first.</summary>
    /// <param name="literals">The literals.</param>
    /// <param name="next">What can follow each of them, or null for anything.</param>
    /// <param name="passing">An empty filter; lets them pass.</param>
    public static byte[] Choose(IndexedLiteral[] literals, IReadOnlyList<ByteClass?> next, GramFilter passing)
    {
        byte[] offsets = new byte[literals.Length];
        foreach (bool hasChoice in new[] { false, true })
        {
            for (int i = 0; i < literals.Length; i++)
            {
                if (literals[i].Bytes.Length > Length == hasChoice)
                {
                    offsets[i] = Rarest(literals[i].Bytes, passing);
                    literals[i].LetPass(passing, At(literals[i].Bytes, offsets[i]), next[i]);
                }
            }
        }

        return offsets;
    }

    /// <summary>Where the rarest gram of a literal begins; of those that are equally rare one that passes already, as it costs nothing more.</summary>
    private static byte Rarest(byte[] literal, GramFilter passing)
    {
        if (literal.Length < SignatureIndexLimits.GramLength)
        {
            throw new ArgumentException($"the signature '{Encoding.ASCII.GetString(literal)}' is shorter than {SignatureIndexLimits.GramLength} bytes", nameof(literal));
        }

        byte best = 0;
        double bestScore = double.MinValue;
        for (int at = 0; at + Length <= literal.Length && at <= byte.MaxValue; at++)
        {
            double score = GramFrequency.Rarity(literal.AsSpan(at, Length)) * RarityWeight + (passing.MayContain(At(literal, at)) ? PassingWeight : 0) + Surprise(literal, at);
            if (score > bestScore)
            {
                (best, bestScore) = ((byte)at, score);
            }
        }

        return best;
    }

    private static double Surprise(byte[] literal, int at)
    {
        double sum = 0;
        for (int i = at; i < at + Length - 1; i++)
        {
            sum += Values.Surprise.Rarity(literal[i], literal[i + 1]);
        }

        return sum;
    }
}
