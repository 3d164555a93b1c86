using SecretGuard.Rules;
using SecretGuard.TestKit;

namespace SecretGuard.Repo.Tests;

/// <summary>A temporary folder with files whose secrets are made at run time, and the tool to run in it.</summary>
internal sealed class SampleTree : IDisposable
{
    private readonly Random _random = new(42);

    public string Root { get; } = Directory.CreateTempSubdirectory("secretguard-repo-").FullName;

    /// <summary>A true example of a rule.</summary>
    public string Secret(string slug) => Catalogue.Default.Rules.Single(rule => rule.Slug == slug).MakeExample(_random);

    /// <summary>A password such as a policy asks for.</summary>
    public string Password() => $"{(char)('K' + _random.Next(8))}{(char)('a' + _random.Next(20))}{(char)('a' + _random.Next(20))}-{_random.Next(1000, 9999)}!{(char)('a' + _random.Next(20))}Q";

    public SampleTree Write(string path, string text)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public Tool Git(params string[] arguments) =>
        Tool.Run("git", Root, ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", .. arguments]);

    /// <summary>Runs the command line that was built with these tests.</summary>
    public Tool SecretGuard(params string[] arguments) =>
        Tool.Run(BuiltTool.Program, Root, BuiltTool.With(arguments));

    /// <summary>Runs a line of a POSIX shell in which <c>secretguard</c> is that command line.</summary>
    public Tool Shell(string line) =>
        Tool.Run("sh", Root, "-c", $"secretguard() {{ {BuiltTool.InShell} \"$@\"; }}\n{line}");

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // git's objects are read-only on some systems: left to the system's cleaning.
        }
    }
}
