using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Names;

/// <summary>Types and variables whose name says whose secret they hold: <c>SmtpOptions</c>, <c>smtp</c>.</summary>
internal static class Owners
{
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    {
        "options", "settings", "config", "configuration", "credentials", "credential", "secrets", "client", "connection", "account", "opts", "opt", "cfg", "conf",
    };

    /// <summary>Words that say nothing about the owner.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "network", "http", "web", "app", "application", "default", "this", "base", "builder", "request", "response", "result", "value", "item", "data", "model", "info", "args", "parameters", "command", "message", "program",
        "startup", "my", "new", "test", "tests", "dictionary", "list", "headers", "it", "self", "user", "username",
    };

    /// <summary>The owner that a type names by a role, or none: the words before Options, Settings, Client.</summary>
    public static IReadOnlyList<string> OfRole(string type)
    {
        IReadOnlyList<string> words = Words.Of(type);
        return words.Count > 1 && Roles.Contains(words[words.Count - 1]) ? WithoutEmpty([.. words.Take(words.Count - 1)]) : [];
    }

    /// <summary>The owner that a variable or a type without a role names, or none.</summary>
    public static IReadOnlyList<string> OfThing(string name)
    {
        IReadOnlyList<string> words = Words.Of(name);
        return words.Count > 0 && Roles.Contains(words[words.Count - 1]) ? WithoutEmpty([.. words.Take(words.Count - 1)])
            : words.Count is 1 or 2 && name.Length > 2 ? WithoutEmpty(words)
            : [];
    }

    private static IReadOnlyList<string> WithoutEmpty(IReadOnlyList<string> words) => words.Any(word => Empty.Contains(word) || Roles.Contains(word)) ? [] : words;
}
