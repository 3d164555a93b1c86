using System.Text;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Files;

/// <summary>Decides whether a value of a file is a secret, and reports it.</summary>
internal static class FileJudge
{
    private const int MaxEncoded = 4096;

    /// <summary>Reports the value if it is a secret; its hash only for an audit, where asked for. Hex under the name of a password is its hash, under that of a key it is the key.</summary>
    public static void Report(ScanContext context, Rule rule, Field field, Confidence place, string reason, bool hashes = false, NameKind name = NameKind.Password)
    {
        ReadOnlySpan<byte> value = field.In(context.Text);
        if (name == NameKind.Password && PasswordHashes.IsHash(value))
        {
            if (hashes)
            {
                context.Report(FileRules.PasswordHash, field.Start, field.Length, Confidence.Low, reason);
            }

            return;
        }

        if (ValueJudge.JudgeStated(context, value, place, name) is Confidence confidence)
        {
            context.Report(rule, field.Start, field.Length, confidence, reason);
        }
    }

    /// <summary>Reports the Base64 value if what it encodes is a secret.</summary>
    public static void ReportEncoded(ScanContext context, Rule rule, Field field, bool afterColon, string reason)
    {
        if (Decode(field.In(context.Text)) is not byte[] decoded || !IsText(decoded))
        {
            return;
        }

        ReadOnlySpan<byte> value = decoded;
        int colon = value.IndexOf((byte)':');
        if (afterColon && colon < 0)
        {
            return;
        }

        value = afterColon ? value.Slice(colon + 1) : value.Slice(0, value.Length > 0 && value[value.Length - 1] == '\n' ? value.Length - 1 : value.Length);
        if (!PasswordHashes.IsHash(value) && ValueJudge.JudgeStated(context, value, Confidence.High) is Confidence confidence)
        {
            context.Report(rule, field.Start, field.Length, confidence, reason);
        }
    }

    /// <summary>What Base64 encodes, or null.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> value)
    {
        if (value.Length is < 4 or > MaxEncoded || value.Length % 4 != 0)
        {
            return null;
        }

        foreach (byte b in value)
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)'+' or (byte)'/' or (byte)'='))
            {
                return null;
            }
        }

        try
        {
            return Convert.FromBase64String(Encoding.ASCII.GetString(value.ToArray()));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether the bytes are text in some encoding that has ASCII's control characters.</summary>
    public static bool IsText(byte[] bytes)
    {
        foreach (byte b in bytes)
        {
            if (b < ' ' && b is not ((byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return false;
            }
        }

        return bytes.Length > 0;
    }
}
