using System.Text.RegularExpressions;

namespace SecretGuard.References.Linting;

/// <summary>Values that stand in a file themselves, where a secret is to be.</summary>
internal static class LiteralValue
{
    private static readonly HashSet<string> Words = new(["true", "false", "yes", "no", "on", "off", "none", "null", "nil", "undefined", "disabled", "unset", "missing", "notset", "not-set", "not set", "0", "1"], StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Elsewhere = ["/", "./", "../", "~/", "file:", "ref+", "vault:", "op://", "arn:", "ENC[", "ENC(", "secretref:", "sops:", "ssm:", "sm://", "env:", "env.", "secrets.", "process.env", "@Microsoft.KeyVault", "http://", "https://", "<", "%", "#{", "__"];

    /// <summary>A host with its port, or a URL, and what stands behind it.</summary>
    private static readonly Regex Address = new(@"^(?:[a-z][a-z0-9+.-]*://(?:(?<login>[^/?#@]*)@)?[^@,;?]+|[A-Za-z][\w.-]*:\d{2,5})(?<rest>[,?].*)?$", RegexOptions.NonBacktracking);

    private static readonly char[] Separators = [',', '?', '&', ';'];

    /// <summary>Whether a value switches something on or off, or says that there is none.</summary>
    public static bool IsSwitch(string value) => Words.Contains(value);

    /// <summary>Whether a value is one: nothing that is filled in, no path, address or name of where it is, no switch.</summary>
    public static bool Is(string? value)
    {
        string text = value?.Trim().Trim('"', '\'') ?? "";
        return text.Length > 0 && !Words.Contains(text) && !IsOpenConnection(text) && text.AsSpan().IndexOfAny('$', '*', '{') < 0 && !Array.Exists(Elsewhere, sign => text.StartsWith(sign, StringComparison.Ordinal));
    }

    /// <summary>
    /// A connection string whose parts say where to and who, and leave the password to a file, the system or an identity:
    /// <c>Server=sql;Database=shop;Authentication=Active Directory Default</c>, <c>redis:6379,ssl=true</c>, <c>amqp://shop@rabbit:5672</c>.
    /// </summary>
    private static bool IsOpenConnection(string text)
    {
        if (Address.Match(text) is { Success: true } address)
        {
            return !address.Groups["login"].Value.Contains(':', StringComparison.Ordinal) && !Array.Exists(address.Groups["rest"].Value.Split(Separators), HoldsSecret);
        }

        string[] parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 && Array.TrueForAll(parts, static part => part.IndexOf('=', StringComparison.Ordinal) > 0 && !HoldsSecret(part));
    }

    private static bool HoldsSecret(string part) =>
        part.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 && part[..equals].Replace(" ", "", StringComparison.Ordinal) is var key && (key.Equals("pwd", StringComparison.OrdinalIgnoreCase) || ReferenceOf.SaysSecret(key));
}
