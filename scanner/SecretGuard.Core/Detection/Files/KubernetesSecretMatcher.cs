using SecretGuard.Detection.CommandLines;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Files;

/// <summary>Reads the <c>data</c> and <c>stringData</c> of Kubernetes Secrets. Every value of one is secret, save those whose key says that they are not.</summary>
internal sealed class KubernetesSecretMatcher : Matcher
{
    private const int MaxDocument = 64 * 1024;
    private const int LeastKey = 16;
    private const int MostKey = 256; // longer bytes are archives and key stores

    /// <summary>Words of keys whose values are no secrets.</summary>
    private static readonly string[] PublicKeys = ["user", "login", "host", "server", "port", "url", "uri", "endpoint", "database", "dbname", "db-name", "name", "region", "bucket", "crt", "cert", "public", "email", ".pem", ".yaml", ".yml", ".json", ".conf", "namespace", "tenant", "client-id", "client_id", "clientid", "type", "version", "mode", "enabled", "path", "file", "domain", "address"];

    public override IReadOnlyList<Signature> Signatures { get; } = [new("kind: Secret")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int after = position + Signatures[signature].Literal.Length;
        if (position < context.ReadUntil(Stretch.Document) || context.Syntax == FileSyntax.Code || (after < text.Length && text[after] > ' ') || context.LineStart(position, 64) != position)
        {
            return;
        }

        int from = Math.Max(context.ReadUntil(Stretch.Document), Math.Max(0, position - MaxDocument));
        int before = text.Slice(from, position - from).LastIndexOf("\n---"u8);
        int start = before < 0 ? from : from + before + 1;
        int most = Math.Min(text.Length, position + MaxDocument);
        int behind = text.Slice(position, most - position).IndexOf("\n---"u8);
        int end = behind < 0 ? most : position + behind;
        context.MarkRead(Stretch.Document, end);
        ReadDocument(context, start, end);
    }

    private static void ReadDocument(ScanContext context, int start, int end)
    {
        ReadOnlySpan<byte> text = context.Text;
        bool data = false, encoded = false;
        int indent = -1;
        for (int at = start; at < end;)
        {
            int line = Math.Min(end, Fields.LineEnd(text, at)), first = at;
            while (first < line && text[first] == ' ')
            {
                first++;
            }

            if (first < line && text[first] != '#')
            {
                if (first == at)
                {
                    ReadOnlySpan<byte> key = text.Slice(at, line - at).TrimEndSpaces();
                    encoded = AsciiText.Is(key, "data:");
                    data = encoded || AsciiText.Is(key, "stringData:");
                    indent = -1;
                }
                else if (data && (indent < 0 || indent == first - at))
                {
                    indent = first - at;
                    ReadEntry(context, first, line, encoded);
                }
            }

            at = line + 1;
        }
    }

    private static void ReadEntry(ScanContext context, int start, int end, bool encoded)
    {
        ReadOnlySpan<byte> text = context.Text;
        int colon = text.Slice(start, end - start).IndexOf((byte)':');
        if (colon <= 0 || IsPublic(text.Slice(start, colon)))
        {
            return;
        }

        Field value = Fields.Scalar(text, start + colon + 1);
        if (value.Length == 0 || value.End > end)
        {
            return;
        }

        if (encoded && FileJudge.Decode(value.In(text)) is { Length: >= LeastKey and <= MostKey } bytes && !FileJudge.IsText(bytes))
        {
            context.Report(FileRules.KubernetesSecret, value.Start, value.Length, Confidence.Medium, "key in a Kubernetes Secret");
        }
        else if (encoded)
        {
            FileJudge.ReportEncoded(context, FileRules.KubernetesSecret, value, afterColon: false, "Base64 in a Kubernetes Secret");
        }
        else if (text[value.Start] is not ((byte)'|' or (byte)'>' or (byte)'&' or (byte)'*') && !IsHost(value.In(text)))
        {
            FileJudge.Report(context, FileRules.KubernetesSecret, value, Confidence.High, "value of a Kubernetes Secret");
        }
    }

    /// <summary><c>smtp.example.com</c>: small letters with dots between, a top level at the end.</summary>
    private static bool IsHost(ReadOnlySpan<byte> value)
    {
        int dots = 0, label = 0;
        foreach (byte b in value)
        {
            bool dot = b == '.';
            if ((dot && label == 0) || (!dot && !Ascii.IsLower(b) && !Ascii.IsDigit(b) && b != '-'))
            {
                return false;
            }

            dots += dot ? 1 : 0;
            label = dot ? 0 : label + 1;
        }

        return dots >= 2 && label >= 2 && AsciiText.IsLetters(value.Slice(value.Length - label));
    }

    private static bool IsPublic(ReadOnlySpan<byte> key)
    {
        foreach (string word in PublicKeys)
        {
            if (AsciiText.ContainsIgnoreCase(key, word))
            {
                return true;
            }
        }

        return false;
    }
}
