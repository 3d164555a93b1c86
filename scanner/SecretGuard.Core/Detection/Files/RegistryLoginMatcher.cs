using SecretGuard.Detection.Names;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Files;

/// <summary>Finds Base64 logins: <c>"auth"</c> of Docker's config.json, <c>_auth</c> and <c>_password</c> of npm; and the tokens beside them.</summary>
internal sealed class RegistryLoginMatcher : Matcher
{
    public override IReadOnlyList<Signature> Signatures { get; } = [new("\"auth\""), new("_auth"), new("_password"), new("\"identitytoken\""), new("\"registrytoken\"")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int at = AsciiText.SkipSpaces(text, position + Signatures[signature].Literal.Length, text.Length);
        if (signature > 2)
        {
            if (at < text.Length && text[at] == ':' && context.Syntax is FileSyntax.Json or FileSyntax.Unknown)
            {
                FileJudge.Report(context, FileRules.RegistryLogin, Fields.Scalar(text, at + 1), Confidence.High, "token for a registry", name: NameKind.Token);
            }

            return;
        }

        if (signature > 0 && context.Syntax is not (FileSyntax.KeyValue or FileSyntax.Unknown or FileSyntax.Dockerfile or FileSyntax.Shell))
        {
            return;
        }

        byte sign = signature == 0 ? (byte)':' : (byte)'=';
        if (at >= text.Length || text[at] != sign || (signature > 0 && position > 0 && text[position - 1] is not ((byte)':' or (byte)'\n' or (byte)'/' or (byte)'\r' or (byte)' ')))
        {
            return;
        }

        FileJudge.ReportEncoded(context, FileRules.RegistryLogin, Fields.Scalar(text, at + 1), afterColon: signature != 2, "Base64 of a login");
    }
}
