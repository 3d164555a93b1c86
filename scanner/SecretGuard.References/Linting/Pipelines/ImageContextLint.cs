using System.IO.Enumeration;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>An image that gets all of the folder it is built from.</summary>
/// <param name="Path">The file that builds it.</param>
/// <param name="At">Where it says so.</param>
internal sealed record CopiedContext(string Path, Location At);

/// <summary>What is left out of a build.</summary>
/// <param name="Path">The file that says so.</param>
/// <param name="Text">What it says.</param>
internal sealed record IgnoredContext(string Path, string Text)
{
    private const string Environment = ".env";

    /// <summary>Whether it leaves out <c>.env</c>.</summary>
    public bool Covers => Text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or '!'))
        .Any(line => FileSystemName.MatchesSimpleExpression(line.AsSpan(line.LastIndexOf('/') + 1), Environment, ignoreCase: false));
}

/// <summary><c>COPY . .</c> beside a template of a <c>.env</c>: who builds it by hand has that file in the folder, and the image gets it unless <c>.dockerignore</c> leaves it out.</summary>
internal sealed class ImageContextLint : IRepositoryLint
{
    /// <summary>The file that leaves something out of a build.</summary>
    public const string IgnoreFile = ".dockerignore";

    private static readonly string[] Templates = [".env.example", ".env.template", ".env.sample", ".env.dist"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.ImageContext];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        HashSet<string> covered = [.. repository.Kept<IgnoredContext>().Where(ignored => ignored.Covers).Select(ignored => ignored.Path)];
        foreach (CopiedContext copied in repository.Kept<CopiedContext>())
        {
            string folder = copied.Path[..(copied.Path.LastIndexOf('/') + 1)];
            string? template = Array.Find(Templates, name => repository.Paths.Contains(folder + name));
            if (template is not null && !covered.Contains(copied.Path + IgnoreFile) && !Above(folder).Any(above => covered.Contains(above + IgnoreFile)))
            {
                found.Add(PipelineRules.ImageContext, copied.At, "COPY .", $"'{folder}{template}' says that a '.env' is there, and no '{IgnoreFile}' leaves it out of the image");
            }
        }
    }

    /// <summary>A folder and those that hold it: the build may be told to begin at any of them.</summary>
    private static IEnumerable<string> Above(string folder)
    {
        for (string at = folder; ; at = at[..(at.TrimEnd('/').LastIndexOf('/') + 1)])
        {
            yield return at;
            if (at.Length == 0)
            {
                yield break;
            }
        }
    }
}
