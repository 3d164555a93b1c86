using System.Text.RegularExpressions;
using SecretGuard.Triage;

namespace SecretGuard.References.CSharp.Projects;

/// <summary>What a project file says of its files.</summary>
internal static class ProjectFile
{
    private static readonly Regex Tag = new("""<!--|-->|</?ItemGroup\b[^>]*>|<Compile\s[^>]*>""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
    private static readonly Regex Removal = new("""\bRemove\s*=\s*"(?<files>[^"]*)""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly string[] TestMarks = ["Microsoft.NET.Test.Sdk", "MSTest.Sdk", "<IsTestProject>true", "\"xunit", "\"NUnit", "\"TUnit"];

    /// <summary>Whether it is one of tests: by its name, or by what runs it.</summary>
    public static bool IsTest(string path, string text) =>
        Path.GetFileNameWithoutExtension(path).EndsWith("Tests", StringComparison.OrdinalIgnoreCase) || Array.Exists(TestMarks, mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>The files in its folder that it never compiles; what it leaves out under a condition it compiles at other times.</summary>
    public static GlobList Removed(string text)
    {
        var globs = new List<Glob>();
        bool isComment = false, isConditional = false;
        foreach (string tag in Tag.Matches(text).Select(match => match.Value))
        {
            bool hasCondition = tag.Contains("Condition", StringComparison.OrdinalIgnoreCase);
            if (tag is "<!--" or "-->")
            {
                isComment = tag == "<!--";
            }
            else if (!tag.StartsWith("<Compile", StringComparison.OrdinalIgnoreCase))
            {
                isConditional = hasCondition;
            }
            else if (!isComment && !isConditional && !hasCondition)
            {
                globs.AddRange(Removal.Match(tag).Groups["files"].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(GlobOf).OfType<Glob>());
            }
        }

        return new GlobList(globs);
    }

    private static Glob? GlobOf(string files)
    {
        try
        {
            return files.Contains('$', StringComparison.Ordinal) || files.StartsWith("..", StringComparison.Ordinal) ? null : Glob.Parse("/" + files.Replace('\\', '/'));
        }
        catch (FormatException)
        {
            return null; // a pattern that only MSBuild understands leaves nothing out
        }
    }
}
