namespace SecretGuard.Rules.Checksums;

/// <summary>The mod-10 check digit of ISO/IEC 7812-1, over the token's digits; everything else is passed over.</summary>
public sealed class LuhnChecksum : Checksum
{
    /// <inheritdoc/>
    public override Validity Check(ReadOnlySpan<byte> token)
    {
        int sum = 0, digits = 0;
        for (int i = token.Length - 1; i >= 0; i--)
        {
            int digit = token[i] - '0';
            if (digit is < 0 or > 9)
            {
                continue;
            }

            int weighted = (digits++ & 1) == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return digits > 1 && sum % 10 == 0 ? Validity.Valid : Validity.Invalid;
    }

    /// <inheritdoc/>
    public override string Seal(string sample)
    {
        char[] sealedDigits = sample.ToCharArray();
        int last = Array.FindLastIndex(sealedDigits, c => c is >= '0' and <= '9');
        for (char digit = '0'; last >= 0 && digit <= '9'; digit++)
        {
            sealedDigits[last] = digit;
            byte[] bytes = System.Text.Encoding.UTF8.GetBytes(sealedDigits);
            if (Check(bytes) == Validity.Valid)
            {
                break;
            }
        }

        return new string(sealedDigits);
    }
}
