using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>After a prefix stands a JSON object in base64, up to the end or to a terminator. Its members are known by name.</summary>
/// <param name="prefixLength">Bytes before the base64.</param>
/// <param name="template">An object as the issuer writes it: <c>*</c> stands for a random letter or digit. Its names must all be in a token.</param>
/// <param name="terminator">What ends the base64 in a token of several parts. After a dot it is the kind without padding.</param>
internal sealed class Base64JsonChecksum(int prefixLength, string template, char terminator = '_') : Checksum
{
    private readonly IReadOnlyList<string> _keys = JsonKeys.Read(Encoding.ASCII.GetBytes(template)) ?? throw new FormatException(template);

    public override bool IsPartial => true;

    public override Validity Check(ReadOnlySpan<byte> token)
    {
        ReadOnlySpan<byte> body = token.Slice(prefixLength);
        int end = body.IndexOf((byte)terminator);
        byte[]? json = Base64Text.Decode(end < 0 ? body : body.Slice(0, end));
        IReadOnlyList<string>? keys = json is null ? null : JsonKeys.Read(json);
        return keys is not null && _keys.All(keys.Contains) ? Validity.Valid : Validity.Invalid;
    }

    public override string Seal(string sample)
    {
        int end = sample.IndexOf(terminator, prefixLength);
        var json = new StringBuilder(template);
        int next = prefixLength;
        for (int i = 0; i < json.Length; i++)
        {
            if (json[i] == '*')
            {
                while (!char.IsLetterOrDigit(sample[next]))
                {
                    next++;
                }

                json[i] = sample[next++];
            }
        }

        string body = Convert.ToBase64String(Encoding.ASCII.GetBytes(json.ToString()));
        return sample.Substring(0, prefixLength) + (terminator == '.' ? body.TrimEnd('=') : body) + (end < 0 ? "" : sample.Substring(end));
    }
}
