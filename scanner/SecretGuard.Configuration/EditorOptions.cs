using SecretGuard.Findings;

namespace SecretGuard.Configuration;

/// <summary>What <c>.editorconfig</c> and global configurations may say about SecretGuard.</summary>
public static class EditorOptions
{
    /// <summary>How every option begins.</summary>
    public const string Prefix = "secretguard.";

    /// <summary>The least confidence that is reported.</summary>
    public const string MinConfidence = Prefix + "min_confidence";

    /// <summary>The confidence of a word; null where it is none.</summary>
    public static Confidence? ReadConfidence(string word) => Array.Find(SettingsReader.Confidences, choice => string.Equals(choice.Item1, word, StringComparison.OrdinalIgnoreCase)).Item2;

    /// <summary>What is told about another word.</summary>
    public static string UnknownConfidence(string word) => $"'{MinConfidence}' is '{word}'; write low, medium, high or very-high";
}
