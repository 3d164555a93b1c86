using System.Text;

namespace SecretGuard.Git;

/// <summary>Where else objects are (gitrepository-layout: objects/info/alternates).</summary>
internal static class Alternates
{
    /// <summary>git follows alternates of alternates so deep.</summary>
    private const int MostSteps = 5;

    /// <summary>An object directory and all that it leads to, each once.</summary>
    /// <param name="first">The repository's own.</param>
    /// <param name="given">Others that the caller names.</param>
    /// <param name="problems">Takes what leads nowhere.</param>
    public static string[] Resolve(string first, IEnumerable<string> given, ObjectProblems problems)
    {
        var found = new List<string>();
        Add(first, 0, found, problems);
        foreach (string path in given)
        {
            Add(path, 0, found, problems);
        }

        return [.. found];
    }

    private static void Add(string path, int step, List<string> found, ObjectProblems problems)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (found.Exists(known => known == full))
        {
            return;
        }

        if (step > MostSteps || !Directory.Exists(full))
        {
            problems.Add(new ObjectProblem(default, full, step > MostSteps ? "too many alternates lead to it" : "it holds objects of this repository and is no folder"));
            return;
        }

        found.Add(full);
        foreach (string line in Lines(Path.Combine(full, "info", "alternates"), problems))
        {
            Add(Path.GetFullPath(Unquoted(line), full), step + 1, found, problems);
        }
    }

    private static IEnumerable<string> Lines(string file, ObjectProblems problems)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllLines(file).Where(line => line.Length > 0 && line[0] != '#') : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ObjectProblem(default, file, "it cannot be read"));
            return [];
        }
    }

    /// <summary>A line in quotes is written as in C.</summary>
    private static string Unquoted(string line)
    {
        if (line.Length < 2 || line[0] != '"' || line[^1] != '"')
        {
            return line;
        }

        var text = new StringBuilder();
        for (int i = 1; i < line.Length - 1; i++)
        {
            text.Append(line[i] != '\\' ? line[i] : line[++i] switch { 'n' => '\n', 't' => '\t', var other => other });
        }

        return text.ToString();
    }
}
