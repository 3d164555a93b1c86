namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Formats of tokens that only the name before them tells: <c>ibm_cloud_api_key = "…"</c>, <c>['cos-secret-key']: …</c>.</summary>
internal static class AssignedToken
{
    private const string Assignment = @"[""']?\]? *(?:=>|:=|::|=|:| +) *[""']?";

    /// <summary>A token that is given to a name of a prefix and one of some words, in any case.</summary>
    /// <param name="hints">Literals, separated by <c>|</c>, of which one stands in every match, in any case.</param>
    /// <param name="prefix">Expression of the prefix; a dash or an underscore may follow it.</param>
    /// <param name="words">Expression of the words.</param>
    /// <param name="characters">The class of the token's characters.</param>
    /// <param name="length">How many they are.</param>
    /// <param name="isWhole">Whether none of the class may follow.</param>
    public static TokenFormat Of(string hints, string prefix, string words, string characters, int length, bool isWhole = false) =>
        new(hints, $@"\b{prefix}[_-]?{words}{Assignment}(?<hash>(?<value>[{characters}]{{{length}}})){(isWhole ? $"(?:[^{characters}]|$)" : "")}", ignoreCase: true) { Run = length };
}
