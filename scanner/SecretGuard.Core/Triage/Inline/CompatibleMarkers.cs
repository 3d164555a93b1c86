using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Triage;

/// <summary>
/// Reads the markers of other tools, where the user asks for it: <c>gitleaks:allow</c>, <c>trufflehog:ignore</c>,
/// <c>kingfisher:ignore</c>, <c>NOSONAR</c> and <c>ggignore</c> anywhere on a line; secretlint's <c>secretlint-disable</c> to <c>secretlint-enable</c>, <c>-line</c> and <c>-next-line</c>.
/// </summary>
internal static class CompatibleMarkers
{
    private static readonly string[] LineMarkers = ["gitleaks:allow", "trufflehog:ignore", "kingfisher:ignore", "NOSONAR", "ggignore"];
    private static readonly byte[] Disable = "secretlint-disable"u8.ToArray();
    private static readonly byte[] Enable = "secretlint-enable"u8.ToArray();

    public static void Read(Content content, List<InlineSuppression> found)
    {
        ReadOnlySpan<byte> text = new(content.Buffer, 0, content.Length);
        foreach (string marker in LineMarkers)
        {
            byte[] bytes = Encoding.ASCII.GetBytes(marker);
            int at = 0;
            while (text.Slice(at).IndexOf(bytes) is var hit && hit >= 0)
            {
                TextRange line = TextLines.At(text, at + hit);
                found.Add(Make(at + hit, line, marker));
                at = line.End;
            }
        }

        ReadSecretlint(text, found);
    }

    private static void ReadSecretlint(ReadOnlySpan<byte> text, List<InlineSuppression> found)
    {
        int at = 0;
        while (text.Slice(at).IndexOf(Disable) is var hit && hit >= 0)
        {
            int marker = at + hit;
            TextRange line = TextLines.At(text, marker);
            ReadOnlySpan<byte> rest = text.Slice(marker + Disable.Length);
            at = line.End;
            if (rest.StartsWith("-next-line"u8))
            {
                found.Add(Make(marker, TextLines.After(text, line), "secretlint-disable-next-line"));
            }
            else if (rest.StartsWith("-line"u8))
            {
                found.Add(Make(marker, line, "secretlint-disable-line"));
            }
            else
            {
                int enable = rest.IndexOf(Enable);
                int end = enable < 0 ? text.Length : marker + Disable.Length + enable;
                found.Add(Make(marker, new TextRange(marker, end), "secretlint-disable"));
                at = Math.Max(at, end);
            }
        }
    }

    private static InlineSuppression Make(int marker, TextRange range, string reason) =>
        new(InlineOrigin.Compatible, marker, Rules: null, reason) { Ranges = [range] };
}
