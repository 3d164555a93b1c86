using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary><see cref="Crc32Base62Checksum"/> for tokens whose prefix ends with their last underscore.</summary>
public sealed class Crc32AfterPrefixChecksum : Checksum
{
    private const int SumLength = 6;

    /// <inheritdoc/>
    public override Validity Check(ReadOnlySpan<byte> token)
    {
        int prefix = token.LastIndexOf((byte)'_') + 1;
        return token.Length - prefix <= SumLength ? Validity.Invalid : new Crc32Base62Checksum(prefix).Check(token);
    }

    /// <inheritdoc/>
    public override string Seal(string sample)
    {
        int prefix = sample.LastIndexOf('_') + 1;
        return Encoding.UTF8.GetByteCount(sample) - prefix <= SumLength ? sample : new Crc32Base62Checksum(prefix).Seal(sample);
    }
}
