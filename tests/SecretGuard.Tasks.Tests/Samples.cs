using SecretGuard.TestKit;
using System.Text.RegularExpressions;

namespace SecretGuard.Tasks.Tests;

/// <summary>The samples as a user has them: what git tracks, in a clone, built by the commands of their README.</summary>
public sealed partial class Samples
{
    private readonly string _clone;

    public Samples(PackedFeed feed)
    {
        _clone = Directory.CreateDirectory(Path.Combine(feed.Root, "clone")).FullName;
        foreach (string path in Git(PackedFeed.Repository, "ls-files", "samples", ".gitignore"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_clone, path))!);
            File.Copy(Path.Combine(PackedFeed.Repository, path), Path.Combine(_clone, path));
        }

        Git(_clone, "init", "--quiet");
        Git(_clone, "add", "--all");
        PackedFeed.Pack(Path.Combine(_clone, "artifacts"));
        Leaky = Build("dotnet build samples/LeakyApp", "samples/LeakyApp");
        Clean = Build("dotnet build samples/CleanApp -p:SecretGuardMode=error", "samples/CleanApp");
    }

    internal BuildLog Leaky { get; }

    internal BuildLog Clean { get; }

    /// <summary>What git would commit beside what it tracks.</summary>
    public IEnumerable<string> NewFiles => Git(_clone, "ls-files", "--others", "--exclude-standard");

    /// <summary>Every value that was made for a placeholder.</summary>
    public IReadOnlyList<string> Secrets
    {
        get
        {
            string templates = Path.Combine(_clone, "samples/LeakyApp/templates");
            return [.. Directory.GetFiles(templates, "*.in", SearchOption.AllDirectories).SelectMany(template => Filled(
                File.ReadAllText(template), File.ReadAllText(Path.Combine(_clone, "samples/LeakyApp/leaked", Path.GetRelativePath(templates, template)[..^".in".Length]))))];
        }
    }

    /// <summary>A file of the samples.</summary>
    public string Text(string path) => File.ReadAllText(Path.Combine(_clone, "samples", path));

    private static IEnumerable<string> Filled(string template, string text)
    {
        string pattern = string.Join("(.+)", Placeholder().Split(template).Select(Regex.Escape));
        return Regex.Match(text, $"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups.Values.Skip(1).Select(group => group.Value);
    }

    private static string[] Git(string folder, params string[] arguments) =>
        Tool.Run("git", folder, arguments).MustSucceed().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private BuildLog Build(string command, string sample)
    {
        Text("README.md").ShouldContain($"\n{command}\n", customMessage: "the command that the README tells is the one that is tested");
        return new BuildLog(Tool.Dotnet(_clone, [.. command.Split(' ').Skip(1), "-tl:off"]), Path.Combine(_clone, sample), "");
    }

    [GeneratedRegex("{{[a-z-]+}}", RegexOptions.None, 5000)]
    private static partial Regex Placeholder();
}
