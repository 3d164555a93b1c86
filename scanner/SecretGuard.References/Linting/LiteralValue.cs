namespace SecretGuard.References.Linting;

/// <summary>Values that stand in a file themselves, where a secret is to be.</summary>
internal static class LiteralValue
{
    private static readonly HashSet<string> Words = new(["true", "false", "yes", "no", "on", "off", "none", "null", "nil", "undefined", "disabled", "unset", "missing", "notset", "not-set", "not set", "0", "1"], StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Elsewhere = ["/", "./", "../", "~/", "file:", "ref+", "vault:", "op://", "arn:", "ENC[", "ENC(", "secretref:", "sops:", "ssm:", "sm://", "env:", "env.", "secrets.", "process.env", "@Microsoft.KeyVault", "http://", "https://", "<", "%", "#{", "__"];

    /// <summary>Whether a value switches something on or off, or says that there is none.</summary>
    public static bool IsSwitch(string value) => Words.Contains(value);

    /// <summary>Whether a value is one: nothing that is filled in, no path, address or name of where it is, no switch.</summary>
    public static bool Is(string? value)
    {
        string text = value?.Trim().Trim('"', '\'') ?? "";
        return text.Length > 0 && !Words.Contains(text) && text.AsSpan().IndexOfAny('$', '*', '{') < 0 && !Array.Exists(Elsewhere, sign => text.StartsWith(sign, StringComparison.Ordinal));
    }
}
