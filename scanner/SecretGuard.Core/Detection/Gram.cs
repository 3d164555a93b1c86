using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>The four bytes of a literal, letter case folded, by which it is looked for; of one of three bytes these and a mark.</summary>
/// <param name="Folded">As <see cref="GramFilter.Fold"/> makes it.</param>
/// <param name="Offset">Where it begins in the literal.</param>
internal readonly record struct Gram(uint Folded, int Offset)
{
    /// <summary>The fourth byte of a literal of three: any may follow it.</summary>
    public const uint AnyFourth = 0xFF000000;

    /// <summary>Bytes of a gram.</summary>
    public const int Length = 4;

    // What is less important never outweighs: surprises of four letters sum up to less than a hundred.
    private const double PassingWeight = 1e2;
    private const double RarityWeight = 1e3;

    /// <summary>The rarest gram of a literal; of those that are equally rare one that passes already, as it costs nothing more.</summary>
    public static Gram Of(byte[] literal, GramFilter passing)
    {
        if (literal.Length < SignatureIndexLimits.GramLength)
        {
            throw new ArgumentException($"the signature '{Encoding.ASCII.GetString(literal)}' is shorter than {SignatureIndexLimits.GramLength} bytes", nameof(literal));
        }

        if (literal.Length < Length)
        {
            return new Gram(GramFilter.Fold(literal[0], literal[1], literal[2], 0) | AnyFourth, 0);
        }

        Gram best = default;
        double bestScore = double.MinValue;
        for (int at = 0; at + Length <= literal.Length; at++)
        {
            var gram = new Gram(GramFilter.Fold(literal[at], literal[at + 1], literal[at + 2], literal[at + 3]), at);
            double score = GramFrequency.Rarity(literal.AsSpan(at, Length)) * RarityWeight + (passing.MayContain(gram.Folded) ? PassingWeight : 0) + Surprise(literal, at);
            if (score > bestScore)
            {
                (best, bestScore) = (gram, score);
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
