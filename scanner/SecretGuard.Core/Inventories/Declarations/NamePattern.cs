using SecretGuard.Text;

namespace SecretGuard.Inventories;

/// <summary>
/// How names in a store must look: <c>qualisys/{category}/{name}</c>. <c>{env}</c> is the environment's name, <c>{category}</c> one of the store's
/// categories, every other word in braces anything without a slash.
/// </summary>
public static class NamePattern
{
    private const string Environment = "env";
    private const string Category = "category";

    /// <summary>Why a name is not of a pattern, for people; null where it is.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="name">The name.</param>
    /// <param name="environment">The environment; empty where none is declared: then any word may stand for it.</param>
    /// <param name="categories">The categories; empty for any.</param>
    public static string? Problem(string pattern, string name, string environment, IReadOnlyList<string> categories)
    {
        string expected = $"'{name}' is not of the form {pattern}";
        int at = 0;
        for (int i = 0; i < pattern.Length;)
        {
            int close = pattern[i] == '{' ? pattern.IndexOf('}', i) : -1;
            if (close < 0)
            {
                if (at >= name.Length || name[at] != pattern[i])
                {
                    return expected;
                }

                (i, at) = (i + 1, at + 1);
                continue;
            }

            string word = pattern.Substring(i + 1, close - i - 1);
            int end = End(name, at, close + 1 < pattern.Length ? pattern[close + 1] : null);
            string found = name.Substring(at, end - at);
            if (found.Length == 0)
            {
                return expected;
            }

            if (word == Environment && environment.Length > 0 && found != environment)
            {
                return $"'{found}' in '{name}' is to be the environment, '{environment}'";
            }

            if (word == Category && categories.Count > 0 && !categories.Contains(found, StringComparer.Ordinal))
            {
                return $"'{found}' in '{name}' is no category{NearestName.Hint(found, categories)}; there are {string.Join(", ", categories)}";
            }

            (i, at) = (close + 1, end);
        }

        return at == name.Length ? null : expected;
    }

    /// <summary>Where a word ends: before the character that follows it in the pattern, at a slash, or with the name.</summary>
    private static int End(string name, int at, char? next)
    {
        while (at < name.Length && name[at] != '/' && name[at] != next)
        {
            at++;
        }

        return at;
    }
}
