using System.Text.RegularExpressions;

namespace SecretGuard.References;

/// <summary>Values in files of settings that hold the place for what somebody else puts in. What might be a value is none of these: rather too seldom than too often.</summary>
internal static class Unfilled
{
    private static readonly Regex Stub = new(
        """^(?:<[^<>]*>|\[[^\[\]]*\]|\$\{[^{}]*\}|\$\([^()]*\)|\{\{[^{}]*\}\}|\{[\w .-]*\}|#\{[^{}]*\}#?|__[\w.-]+__|%\w+%|[*x.•_-]{3,}|(?:your|my)[-_ ][\w -]*|(?:change|replace)[-_ ]?(?:me|it|this)[\w -]*|(?:todo|tbd|set|stored?|comes?|taken|see|from|in)(?:[:,]| (?:in|via|by|from|me|this|your|the|with)\b).*|(?:in|from) (?:user[- ]secrets|key ?vault|environment).*|placeholder|secret-here|n/a)$""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether a value is none: empty, or a stub.</summary>
    public static bool Is(string? value) => string.IsNullOrWhiteSpace(value) || Stub.IsMatch(value.Trim());
}
