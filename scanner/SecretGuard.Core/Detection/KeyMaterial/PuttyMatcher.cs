using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>Finds the private keys of PuTTY (appendix C of its manual).</summary>
internal sealed class PuttyMatcher : Matcher
{
    private const int MaxHeader = 512;
    private const int MaxFile = 16 * 1024;

    public override IReadOnlyList<Signature> Signatures { get; } = [new("PuTTY-User-Key-File-")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        int start = position + Signatures[0].Literal.Length;
        ReadOnlySpan<byte> file = context.Text.Slice(start, Math.Min(MaxFile, context.Length - start));
        int next = file.IndexOf("PuTTY-User-Key-File-"u8);
        file = next < 0 ? file : file.Slice(0, next);
        int encryption = file.Slice(0, Math.Min(MaxHeader, file.Length)).IndexOf("Encryption: "u8);
        int lines = file.IndexOf("Private-Lines: "u8);
        if (file.Length < 4 || file[0] is < (byte)'1' or > (byte)'3' || file[1] != ':' || encryption < 0 || lines < encryption)
        {
            return;
        }

        lines += "Private-Lines: ".Length;
        while (lines < file.Length && Ascii.IsDigit(file[lines]))
        {
            lines++;
        }

        (int end, int bodyEnd) = FindEnd(file, lines);
        ArmorReader body = ArmorReader.ReadArmored(file.Slice(0, bodyEnd), lines, default);
        if (body.Count < 40 || Diversity.IsStub(body.Digits.Slice(0, 40)))
        {
            return;
        }

        bool clear = file.Slice(encryption + "Encryption: ".Length).StartsWith("none"u8);
        bool whole = end > bodyEnd;
        Confidence confidence = !clear ? Confidence.Low : whole ? Confidence.VeryHigh : Confidence.Medium;
        context.Report(clear ? KeyRules.Putty : KeyRules.Encrypted, position, start + end - position, confidence, clear ? "not encrypted" : "a passphrase protects it");
    }

    /// <summary>Where the file ends, with its MAC, and where the private lines end.</summary>
    private static (int End, int BodyEnd) FindEnd(ReadOnlySpan<byte> file, int lines)
    {
        int mac = file.Slice(lines).IndexOf("Private-"u8);
        if (mac < 0)
        {
            return (file.Length, file.Length);
        }

        int end = lines + mac + "Private-".Length;
        while (end < file.Length && (Ascii.IsAlphanumeric(file[end]) || file[end] is (byte)':' or (byte)' '))
        {
            end++;
        }

        return (end, lines + mac);
    }
}
