using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.Http;

/// <summary>Finds calls that take a user and a password as literals: <c>SetBasicAuth("user", "password")</c>, <c>auth=("user", "password")</c>.</summary>
internal sealed class CredentialPairMatcher : Matcher
{
    private const int LongestName = 32;
    private const int LongestLiteral = 128;
    private const int LeastIssued = 20;

    /// <summary>The first signature whose calls take something else before the user.</summary>
    private const int FirstOfThree = 7;

    public override IReadOnlyList<Signature> Signatures { get; } =
    [
        new("basicauth", IgnoreCase: true), new("basic_auth", IgnoreCase: true), new("auth=("), new("NetworkCredential("), new("PasswordCredential("), new("Credentials("), new("passwordAuthentication(", IgnoreCase: true),
        new("DriverManager.getConnection("), new(".CreateCredential("), new("SftpClient("), new("SshClient("), new("ScpClient("),
    ];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int at = position + Signatures[signature].Literal.Length;
        int most = Math.Min(text.Length, at + LongestName);
        while (text[at - 1] != '(' && at < most && (Ascii.IsAlphanumeric(text[at]) || text[at] is (byte)'_' or (byte)'('))
        {
            at++;
        }

        if (text[at - 1] != '(' || !TryReadLiteral(text, at, out int start, out int end) || (signature >= FirstOfThree && !TryReadNext(text, end, out start, out end)))
        {
            return;
        }

        ReadOnlySpan<byte> user = text.Slice(start, end - start);
        if (TryReadNext(text, end, out int passwordStart, out int passwordEnd) && !IsSample(text.Slice(passwordStart, passwordEnd - passwordStart))
            && BasicCredentials.JudgePair(user, text.Slice(passwordStart, passwordEnd - passwordStart)) is Confidence confidence)
        {
            context.Report(HttpRules.Pair, passwordStart, passwordEnd - passwordStart, confidence);
        }
    }

    /// <summary>An issued key that says of itself that it is an example.</summary>
    private static bool IsSample(ReadOnlySpan<byte> password) =>
        password.Length >= LeastIssued && password.IndexOf((byte)' ') < 0 && Diversity.IsStub(password);

    private static bool TryReadNext(ReadOnlySpan<byte> text, int end, out int start, out int nextEnd)
    {
        int comma = SkipSpaces(text, end + 1);
        if (comma < text.Length && text[comma] == ',')
        {
            return TryReadLiteral(text, comma + 1, out start, out nextEnd);
        }

        (start, nextEnd) = (0, 0);
        return false;
    }

    /// <summary>Reads a plain literal; an interpolated one is computed.</summary>
    private static bool TryReadLiteral(ReadOnlySpan<byte> text, int at, out int start, out int end)
    {
        at = SkipSpaces(text, at);
        (start, end) = (at + 1, at + 1);
        if (at >= text.Length || text[at] is not ((byte)'"' or (byte)'\''))
        {
            return false;
        }

        int most = Math.Min(text.Length, start + LongestLiteral);
        while (end < most && text[end] != text[at] && !Ascii.IsNewLine(text[end]))
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        return end < most && text[end] == text[at];
    }

    private static int SkipSpaces(ReadOnlySpan<byte> text, int at)
    {
        int most = Math.Min(text.Length, at + LongestLiteral);
        return AsciiText.SkipWhite(text, at, most);
    }
}
