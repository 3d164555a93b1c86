using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// The part before the first dot is the bot's id, a decimal snowflake, in base64 without padding. A snowflake counts milliseconds since
/// 2015 in its upper bits: 17 to 19 digits, and below 4e18 until the year 2045. Source: Discord's API reference.
/// </summary>
internal sealed class DiscordSnowflakeChecksum : Checksum
{
    public override bool IsPartial => true;

    public override Validity Check(ReadOnlySpan<byte> token)
    {
        byte[]? id = Id(token);
        if (id is null || id.Length is < 17 or > 19 || id[0] == '0' || (id.Length == 19 && id[0] > '3'))
        {
            return Validity.Invalid;
        }

        return Array.TrueForAll(id, Ascii.IsDigit) ? Validity.Valid : Validity.Invalid;
    }

    public override string Seal(string sample)
    {
        byte[] id = Id(Encoding.ASCII.GetBytes(sample)) ?? throw new ArgumentException("no id before a dot", nameof(sample));
        id[0] = (byte)'1';
        return Convert.ToBase64String(id).TrimEnd('=') + sample.Substring(sample.IndexOf('.'));
    }

    private static byte[]? Id(ReadOnlySpan<byte> token)
    {
        int dot = token.IndexOf((byte)'.');
        return dot < 0 ? null : Base64Text.Decode(token.Slice(0, dot));
    }
}
