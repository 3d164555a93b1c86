using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>Finds armored private keys: PEM, OpenSSH, OpenPGP and ssh.com, in files, strings and documents.</summary>
internal sealed class PemMatcher : Matcher
{
    private const int Surroundings = 4096; // of a service account's JSON around its key

    public override IReadOnlyList<Signature> Signatures { get; } = [new("-----BEGIN"), new("---- BEGIN SSH2 ENCRYPTED")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (position < context.ReadUntil(Stretch.KeyMaterial))
        {
            return;
        }

        ReadOnlySpan<byte> text = context.Text;
        int lineStart = context.LineStart(position, 32);
        int labelStart = position + (signature == 0 ? Signatures[0].Literal.Length : "---- BEGIN".Length);
        PemBlock? block = PemBlock.Read(text, labelStart, LinePrefix(text.Slice(lineStart, position - lineStart)), out int end);
        context.MarkRead(Stretch.KeyMaterial, end);
        if (block is not null)
        {
            Rule rule = block.Rule == KeyRules.PrivateKey && IsServiceAccount(text, position, end) ? KeyRules.GoogleServiceAccount : block.Rule;
            context.Report(rule, position, block.End - position, block.Confidence, block.Reason);
        }
    }

    /// <summary>The marks of a comment, a quotation or a diff before BEGIN, which stand before every other line too.</summary>
    private static ReadOnlySpan<byte> LinePrefix(ReadOnlySpan<byte> before)
    {
        foreach (byte value in before)
        {
            if ("#/*>|+-;%! \t"u8.IndexOf(value) < 0)
            {
                return default;
            }
        }

        int length = before.Length;
        while (length > 0 && Ascii.IsSpace(before[length - 1]))
        {
            length--;
        }

        return before.Slice(0, length);
    }

    private static bool IsServiceAccount(ReadOnlySpan<byte> text, int start, int end)
    {
        int from = Math.Max(0, start - Surroundings);
        int to = Math.Min(text.Length, end + Surroundings);
        return text.Slice(from, start - from).IndexOf("\"service_account"u8) >= 0
            || text.Slice(end, to - end).IndexOf("\"service_account"u8) >= 0
            || text.Slice(from, start - from).IndexOf("\\\"service_account\\"u8) >= 0;
    }
}
