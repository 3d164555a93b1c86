namespace SecretGuard.Repo.Tests;

/// <summary>Documentation that is made from code: checked, or written anew with <c>SECRETGUARD_APPROVE=1</c>.</summary>
internal static class Generated
{
    private static bool Approves => Environment.GetEnvironmentVariable("SECRETGUARD_APPROVE") == "1";

    /// <summary>A whole file.</summary>
    public static void File(string path, string text)
    {
        if (Approves)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Repository.Full(path))!);
            System.IO.File.WriteAllText(Repository.Full(path), text);
        }

        string stands = System.IO.File.Exists(Repository.Full(path)) ? Repository.Text(path) : "";
        stands.ShouldBe(text, $"{path} is out of step: run these tests with SECRETGUARD_APPROVE=1");
    }

    /// <summary>A list that only grows: what is new is added where somebody approves, and nothing is ever taken out.</summary>
    public static void Appended(string path, IEnumerable<string> old, IEnumerable<string> lines)
    {
        if (Approves)
        {
            System.IO.File.WriteAllText(Repository.Full(path), string.Concat(old.Union(lines, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(line => line + "\n")));
        }
    }

    /// <summary>A part of a file, between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>.</summary>
    public static void Part(string path, string name, string text)
    {
        string stands = Repository.Text(path), open = $"<!-- {name} -->\n", close = $"<!-- /{name} -->";
        int start = stands.IndexOf(open, StringComparison.Ordinal), end = stands.IndexOf(close, StringComparison.Ordinal);
        (start >= 0 && end > start).ShouldBeTrue($"{path} must hold {open.TrimEnd()} and {close}");
        start += open.Length;
        if (Approves)
        {
            stands = string.Concat(stands.AsSpan(0, start), text, stands.AsSpan(end));
            System.IO.File.WriteAllText(Repository.Full(path), stands);
            end = start + text.Length;
        }

        stands[start..end].ShouldBe(text, $"the part '{name}' of {path} is out of step: run these tests with SECRETGUARD_APPROVE=1");
    }
}
