using System.Text;

namespace SecretGuard.Rules.Checksums;

/// <summary>
/// A 1Password service account token is JSON in base 64: what signs the account in, with its secret key. A token that does not
/// decode to that was cut or made up, and the check says nothing about it. Source: 1Password's description of service accounts.
/// </summary>
internal sealed class OnePasswordChecksum : Checksum
{
    private const string Prefix = "ops_";

    private static readonly byte[][] Fields = [Field("signInAddress"), Field("email"), Field("secretKey")];

    public override bool IsPartial => true;

    public override Validity Check(ReadOnlySpan<byte> token)
    {
        byte[]? json = Base64Text.Decode(token.Slice(Prefix.Length));
        if (json is null || json.Length < 2 || json[0] != '{' || json[json.Length - 1] != '}')
        {
            return Validity.Unknown;
        }

        foreach (byte[] field in Fields)
        {
            if (json.AsSpan().IndexOf(field) < 0)
            {
                return Validity.Unknown;
            }
        }

        return Validity.Valid;
    }

    public override string Seal(string sample)
    {
        string random = sample.Substring(sample.Length - 120);
        string json = $$"""{"signInAddress":"my.1password.com","email":"{{random.Substring(0, 13)}}","srpX":"{{random}}","secretKey":"{{random.Substring(40, 30)}}"}""";
        return Prefix + Base64Text.EncodeForUrl(Encoding.ASCII.GetBytes(json));
    }

    private static byte[] Field(string name) => Encoding.ASCII.GetBytes($"\"{name}\":\"");
}
