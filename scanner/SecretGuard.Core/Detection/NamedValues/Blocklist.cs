using SecretGuard.Detection.Values;

namespace SecretGuard.Detection.NamedValues;

/// <summary>Passwords that are compared in order to refuse them: <c>if (password == "password" || password == "12345678")</c>. One alone may open a back door.</summary>
internal static class Blocklist
{
    private const int Window = 120; // each way

    /// <summary>What stands on top of every list of leaked passwords.</summary>
    private static readonly WordSet Guessed = WordSet.Of(
        "000000 111111 123123 1q2w3e 1q2w3e4r 654321 666666 abc123 abcd1234 admin admin123 azerty changeme dragon football hello iloveyou letmein login "
        + "master monkey passw0rd password password1 password123 princess qwerty qwerty1 qwerty123 qwertz secret sunshine test1234 trustno1 welcome welcome1");

    /// <summary>Whether the value is such a one, and the same name is compared with another beside it.</summary>
    public static bool Holds(ReadOnlySpan<byte> text, NameSpan name, Binding binding)
    {
        if (!IsGuessed(text.Slice(binding.Start, binding.Length)))
        {
            return false;
        }

        int from = Math.Max(0, name.Start - Window), most = Math.Min(text.Length, binding.Start + binding.Length + Window);
        ReadOnlySpan<byte> own = WithoutCall(text.Slice(name.Start, name.End - name.Start));
        for (int at = from; at < most; at++)
        {
            int quote = at > from && text[at] == '"' && text[at - 1] == '\\' ? at - 1 : at;
            if (text[at] == '"' && at != binding.Start - 1 && IsCompared(text.Slice(from, quote - from), own) && Quotes.TryRead(text, quote, out int start, out int length, out _))
            {
                if (IsGuessed(text.Slice(start, length)))
                {
                    return true;
                }

                at = start + length;
            }
        }

        return false;
    }

    private static bool IsGuessed(ReadOnlySpan<byte> value) => Guessed.Contains(value) || IsCounted(value);

    /// <summary><c>12345678</c></summary>
    private static bool IsCounted(ReadOnlySpan<byte> value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] != '0' + ((i + 1) % 10))
            {
                return false;
            }
        }

        return value.Length >= 4;
    }

    /// <summary><c>password.Equals</c>: what is asked.</summary>
    private static ReadOnlySpan<byte> WithoutCall(ReadOnlySpan<byte> text) => text.EndsWith(".Equals"u8) || text.EndsWith(".equals"u8) ? text.Slice(0, text.Length - ".Equals".Length) : text;

    /// <summary>Whether the text ends with a comparison of this name, or with a further value of a pattern.</summary>
    private static bool IsCompared(ReadOnlySpan<byte> before, ReadOnlySpan<byte> name)
    {
        before = before.TrimEndSpaces();
        if (before.EndsWith(" or"u8) || before.EndsWith(" is"u8))
        {
            return true;
        }

        if (before.EndsWith("("u8) && WithoutCall(before.Slice(0, before.Length - 1)) is var asked && asked.Length < before.Length - 1)
        {
            return asked.EndsWith(name);
        }

        int end = before.Length;
        while (end > 0 && before[end - 1] is (byte)'=' or (byte)'!')
        {
            end--;
        }

        return before.Length - end >= 2 && before.Slice(0, end).TrimEndSpaces().EndsWith(name);
    }
}
