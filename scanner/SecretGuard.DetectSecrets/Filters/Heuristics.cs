using System.Buffers;

namespace SecretGuard.DetectSecrets.Filters;

/// <summary>What the original's heuristic filters leave out. Each says whether something is no secret.</summary>
internal static class Heuristics
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const int LongestReference = 1000;

    private static readonly string[] Sequences =
    [
        Letters + Letters + Digits + "+/",
        Digits + Letters + Letters + "+/",
        Digits + Letters + Digits + Letters,
        Digits + Digits,
        "0123456789ABCDEF0123456789ABCDEF",
        Letters + "=/",
    ];

    private static readonly string[] LockFiles =
    [
        "Brewfile.lock.json", "Cargo.lock", "Cartfile.resolved", "Gemfile.lock", "Package.resolved", "Pipfile.lock", "Podfile.lock",
        "composer.lock", "package-lock.json", "packages.lock.json", "poetry.lock", "yarn.lock",
    ];

    private static readonly SearchValues<char> Ascii = SearchValues.Create("abcdefghijklmnopqrstuvwxyz" + Letters);

    /// <summary>A stretch of the alphabet, of digits or of an encoding's characters in their order.</summary>
    public static bool IsSequential(string secret)
    {
        string upper = secret.ToUpperInvariant();
        return Sequences.Any(sequence => sequence.Contains(upper, StringComparison.Ordinal));
    }

    /// <summary>Whether a UUID stands anywhere in it.</summary>
    public static bool HasUuid(ReadOnlySpan<char> secret)
    {
        const int Length = 36, FirstDash = 8;
        int at = 0;
        while (secret[at..].IndexOf('-') is var dash && dash >= 0)
        {
            int start = at + dash - FirstDash;
            if (start >= 0 && start + Length <= secret.Length && IsUuid(secret.Slice(start, Length)))
            {
                return true;
            }

            at += dash + 1;
        }

        return false;
    }

    /// <summary>Whether the line names an id before the secret: <c>id</c>, <c>myid</c> or <c>userid</c> at its start, or anything in <c>_id</c>.</summary>
    public static bool IsLikelyId(string secret, string line)
    {
        int end = line.IndexOf(secret, StringComparison.Ordinal);
        ReadOnlySpan<char> before = end < 0 ? default : line.AsSpan(0, end);
        foreach (string name in (ReadOnlySpan<string>)["id", "myid", "userid"])
        {
            if (before.StartsWith(name, StringComparison.OrdinalIgnoreCase) && EndsName(before[name.Length..]))
            {
                return true;
            }
        }

        for (int at = before.IndexOf("_id", StringComparison.OrdinalIgnoreCase); at >= 0; at = before.IndexOf("_id", StringComparison.OrdinalIgnoreCase))
        {
            before = before[(at + 3)..];
            if (EndsName(before))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One character, or what a template engine will replace.</summary>
    public static bool IsTemplated(string secret) =>
        secret.Length <= 1 || (secret[0], secret[^1]) is ('{', '}') or ('<', '>') || (secret.StartsWith("${", StringComparison.Ordinal) && secret[^1] == '}');

    /// <summary>A variable of a shell.</summary>
    public static bool HasDollarSign(string secret) => secret.StartsWith('$');

    /// <summary>Nothing with a letter of ASCII in it.</summary>
    public static bool HasNoLetter(string secret) => !secret.AsSpan().ContainsAny(Ascii);

    /// <summary>A file in which a package manager locks versions.</summary>
    public static bool IsLockFile(string path) => LockFiles.Contains(path[(path.LastIndexOf('/') + 1)..], StringComparer.Ordinal);

    /// <summary>A description of an API.</summary>
    public static bool IsSwaggerFile(string path) => path.Contains("swagger", StringComparison.Ordinal);

    /// <summary>A line that gives something the result of a call or an element: <c>secret = get_secret(name)</c>, <c>key: settings["key"]</c>.</summary>
    public static bool IsIndirectReference(string line)
    {
        if (line.Length > LongestReference)
        {
            return false;
        }

        int lastClose = line.AsSpan().LastIndexOfAny(']', ')');
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] is '=' or '!' or ':' && AssignedName(line, i) is > 0 and int open && open < lastClose)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the bracket behind the name stands that an assignment at <paramref name="at"/> gives, or 0.</summary>
    private static int AssignedName(string line, int at)
    {
        // As many signs as an assignment or a comparison has; what is longer begins at its last ones.
        int signs = line[at] == ':' ? (at + 1 < line.Length && line[at + 1] == '=' ? 2 : 1) : 1;
        int end = at + signs;
        while (end < line.Length && char.IsWhiteSpace(line[end]))
        {
            end++;
        }

        int name = end;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '_' or '.' or '-'))
        {
            end++;
        }

        return end > name && end < line.Length && line[end] is '(' or '[' ? end : 0;
    }

    private static bool EndsName(ReadOnlySpan<char> after)
    {
        after = after.Length > 0 && after[0] is 's' or 'S' ? after[1..] : after;
        return after.Length > 0 && !char.IsAsciiLetterOrDigit(after[0]);
    }

    private static bool IsUuid(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
