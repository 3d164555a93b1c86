using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Files;

/// <summary>
/// Finds secrets where the files of one product keep them under a word that says nothing elsewhere: cloud-init's <c>chpasswd</c>, results in a state of
/// Terraform, Composer's <c>bearer</c>, Consul's <c>encrypt</c>, the key in a profile of a wireless network.
/// </summary>
internal sealed class ProductFileMatcher : Matcher
{
    private const int MostLines = 40;
    private const int StateWindow = 2000;
    private const int MostHosts = 4096; // bytes
    private const int LeastToken = 16;
    private const int ProfileWindow = 200;
    private const int LongestNetworkKey = 64;

    private delegate void Reader(ScanContext context, int end);

    private static readonly (string Literal, Reader Read)[] Words =
    [
        ("chpasswd:", UserLines), ("\"result\":", StateResult), ("\"bearer\":", HostTokens), ("\"encrypt\":", GossipKey), ("<keyMaterial>", NetworkKey),
    ];

    internal override bool LooksFar => true;

    public override IReadOnlyList<Signature> Signatures => [.. Words.Select(word => new Signature(word.Literal))];

    public override void Examine(ScanContext context, int position, int signature) => Words[signature].Read(context, position + Words[signature].Literal.Length);

    /// <summary>Lines of <c>user:password</c>, as an item each or in a block.</summary>
    private static void UserLines(ScanContext context, int end)
    {
        ReadOnlySpan<byte> text = context.Text;
        int at = Fields.LineEnd(text, end);
        for (int lines = 0; context.Syntax == FileSyntax.Yaml && lines < MostLines && at < text.Length; lines++)
        {
            int start = at + (text[at] == '\r' ? 2 : 1), word = AsciiText.SkipSpaces(text, Math.Min(start, text.Length), text.Length);
            at = Fields.LineEnd(text, word);
            if (word >= at || word == start)
            {
                return; // the end of the block
            }

            word += at - word > 2 && text[word] == '-' && text[word + 1] == ' ' ? 2 : 0;
            ReadOnlySpan<byte> line = text.Slice(word, at - word).TrimEndSpaces();
            int colon = line.IndexOf((byte)':');
            bool pair = colon > 0 && colon + 1 < line.Length && line[colon + 1] != ' ' && line.IndexOf((byte)' ') < 0;
            if (pair && !AsciiText.Is(line.Slice(colon + 1), "RANDOM") && !AsciiText.Is(line.Slice(colon + 1), "R"))
            {
                FileJudge.Report(context, FileRules.Directive, new Field(word + colon + 1, word + line.Length), Confidence.High, "password of a user of the machine", hashes: true);
            }
        }
    }

    /// <summary>Whether the path is that of a state of Terraform, or of a copy of one.</summary>
    public static bool IsState(string path) => path.Contains(".tfstate");

    /// <summary>What a <c>random_password</c> drew.</summary>
    private static void StateResult(ScanContext context, int end)
    {
        int from = Math.Max(0, end - StateWindow);
        Field value = Fields.Scalar(context.Text, end);
        if (IsState(context.Path) && value.Length > 0 && context.Text.Slice(from, end - from).LastIndexOf("random_password"u8) >= 0)
        {
            FileJudge.Report(context, FileRules.Entry, value, Confidence.High, "password in a state of Terraform");
        }
    }

    /// <summary>A token for each host.</summary>
    private static void HostTokens(ScanContext context, int end)
    {
        ReadOnlySpan<byte> text = context.Text;
        int at = AsciiText.SkipWhite(text, end, text.Length), close = at < text.Length && text[at] == '{' ? text.Slice(at, Math.Min(MostHosts, text.Length - at)).IndexOf((byte)'}') : -1;
        for (int most = at + close; close > 0 && at < most;)
        {
            int colon = text.Slice(at, most - at).IndexOf("\":"u8);
            Field value = colon < 0 ? default : Fields.Scalar(text, at + colon + 2);
            if (value.Length == 0)
            {
                return;
            }

            if (Randomness.IsDrawn(value.In(text), LeastToken))
            {
                FileJudge.Report(context, FileRules.RegistryLogin, value, Confidence.High, "token for a host", name: NameKind.Token);
            }

            at = value.End;
        }
    }

    /// <summary>What Windows exports, unless it says that the key is encrypted.</summary>
    private static void NetworkKey(ScanContext context, int end)
    {
        ReadOnlySpan<byte> text = context.Text;
        int from = Math.Max(0, end - ProfileWindow), length = text.Slice(end, Math.Min(LongestNetworkKey + 1, text.Length - end)).IndexOf((byte)'<');
        if (length > 0 && text.Slice(end + length).StartsWith("</keyMaterial>"u8) && text.Slice(from, end - from).IndexOf("<protected>true"u8) < 0)
        {
            FileJudge.Report(context, FileRules.Entry, new Field(end, end + length), Confidence.High, "key of a wireless network");
        }
    }

    /// <summary>The Base64 of 16, 24 or 32 bytes.</summary>
    private static void GossipKey(ScanContext context, int end)
    {
        Field value = Fields.Scalar(context.Text, end);
        if (value.Length is 24 or 32 or 44 && FileJudge.Decode(value.In(context.Text)) is { Length: 16 or 24 or 32 } && !Diversity.IsStub(value.In(context.Text)))
        {
            context.Report(GenericRules.For(NameKind.CryptoKey), value.Start, value.Length, Confidence.High, "key of a cluster's gossip");
        }
    }
}
