using System.Text;

namespace SecretGuard.Rules;

/// <summary>A set of ASCII bytes as two words; a byte of 0x80 or more is never in it.</summary>
public readonly struct ByteClass(ulong low, ulong high) : IEquatable<ByteClass>
{
    private readonly ulong _low = low;
    private readonly ulong _high = high;

    /// <summary>Letters and digits.</summary>
    public static readonly ByteClass Alphanumeric = Parse("0-9A-Za-z");

    /// <summary>Number of members.</summary>
    public int Count => Bits.Count(_low) + Bits.Count(_high);

    /// <summary>Parses the inside of a bracket class: members and ranges; <c>\</c> escapes, a leading or trailing <c>-</c> is itself.</summary>
    public static ByteClass Parse(string members)
    {
        ulong low = 0, high = 0;
        for (int i = 0; i < members.Length; i++)
        {
            char first = members[i] == '\\' ? members[++i] : members[i];
            char last = first;
            if (i + 2 < members.Length && members[i + 1] == '-')
            {
                last = members[i + 2] == '\\' ? members[i + 3] : members[i + 2];
                i += members[i + 2] == '\\' ? 3 : 2;
            }

            for (int c = first; c <= last; c++)
            {
                if (c < 64)
                {
                    low |= 1UL << c;
                }
                else
                {
                    high |= 1UL << (c - 64);
                }
            }
        }

        return new ByteClass(low, high);
    }

    /// <summary>These members, none of them special.</summary>
    internal static ByteClass Of(string members)
    {
        ulong low = 0, high = 0;
        foreach (char c in members)
        {
            low |= c < 64 ? 1UL << c : 0;
            high |= c >= 64 ? 1UL << (c - 64) : 0;
        }

        return new ByteClass(low, high);
    }

    /// <summary>Whether the byte is a member.</summary>
    public bool Contains(byte value) => value < 64 ? (_low >> value & 1) != 0 : value < 128 && (_high >> (value - 64) & 1) != 0;

    /// <summary>Members of either.</summary>
    public static ByteClass operator |(ByteClass left, ByteClass right) => new(left._low | right._low, left._high | right._high);

    /// <summary>The members in order, as a string.</summary>
    public string Members()
    {
        var text = new StringBuilder(Count);
        for (int c = 0; c < 128; c++)
        {
            if (Contains((byte)c))
            {
                text.Append((char)c);
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(ByteClass other) => _low == other._low && _high == other._high;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ByteClass other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _low.GetHashCode() ^ _high.GetHashCode();

    /// <summary>Same members.</summary>
    public static bool operator ==(ByteClass left, ByteClass right) => left.Equals(right);

    /// <summary>Not the same members.</summary>
    public static bool operator !=(ByteClass left, ByteClass right) => !left.Equals(right);

    /// <summary>Named form of <c>|</c>.</summary>
    public ByteClass BitwiseOr(ByteClass other) => this | other;
}
