using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Files of secrets that are made on somebody's machine, by a script or from a template, and that git takes with the next commit because no <c>.gitignore</c> names them.</summary>
internal sealed class UnignoredFileLint : ILint, IRepositoryLint
{
    private const string IgnoreFile = ".gitignore", Environment = ".env";

    private static readonly string[] Templates = [".env.example", ".env.template", ".env.sample", ".env.dist"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.Unignored];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        SourceText source = text.Source;
        string folder = RepositoryPath.FolderOf(source.Path);
        if (FilePlaces.Of(folder + "/x") != FilePlace.Ordinary)
        {
            return;
        }

        if (!source.IsPart && Array.IndexOf(Templates, source.FileName) >= 0)
        {
            found.Keep(source, new MadeFile([Join(folder, Environment)], source.At(0, source.Line(1).Length), $"'{source.FileName}' says that a '{Environment}' is there"));
        }
        else if (source.Holder is null && !text.IsDocumentation && source.HasEnd(".sh", ".bash"))
        {
            foreach (ShellWord word in text.Commands.Where(command => command.Carrier is null).SelectMany(Written).Where(IsSecret))
            {
                string path = word.Text.TrimStart('*', '/');
                found.Keep(source, new MadeFile([.. new[] { folder, "" }.Select(from => RepositoryPath.Join(from, path)).OfType<string>().Distinct(StringComparer.Ordinal)], word.Location, "the script writes it"));
            }
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        var patterns = new Dictionary<string, IgnorePatterns>(StringComparer.Ordinal);
        foreach (MadeFile made in repository.Kept<MadeFile>().DistinctBy(made => made.Paths[0], StringComparer.Ordinal))
        {
            // Where it ends up depends on who calls the script: one place that is ignored suffices.
            if (!made.Paths.Any(path => IsIgnored(repository, path, patterns)))
            {
                string name = made.Paths[0][(made.Paths[0].LastIndexOf('/') + 1)..];
                found.Add(PipelineRules.Unignored, made.Location, made.Paths[0], $"{made.Reason}, and no '{IgnoreFile}' leaves '{name}' out: the next 'git add' takes it");
            }
        }
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    /// <summary>What a command writes: by a redirection, <c>tee</c>, or as the last word of <c>cp</c>.</summary>
    private static IEnumerable<ShellWord> Written(ShellCommand command)
    {
        IEnumerable<ShellWord> files = command.Redirections.Where(CommandOutput.IsAway).Select(redirection => redirection.Target);
        return CalledProgram.In(command).FirstOrDefault() switch
        {
            { Name: "tee" } tee => files.Concat(tee.Words.Skip(tee.From).Where(word => !word.Text.StartsWith('-'))),
            { Name: "cp" or "mv" or "install" } copy when copy.Words.Count > copy.From + 1 => files.Append(copy.Words[^1]),
            _ => files,
        };
    }

    /// <summary>A file of this repository that is one of secrets by its name: not below the root, the home or a temporary folder.</summary>
    private static bool IsSecret(ShellWord word)
    {
        string text = word.Text, name = text[(text.LastIndexOf('/') + 1)..];
        bool isHere = text.Length > 0 && text[0] is not ('/' or '~') && text.LastIndexOf('*') <= 0 && (text[0] != '*' || text.StartsWith("*/", StringComparison.Ordinal)) && !word.Variables.Exists(IsElsewhere);
        return isHere && (SecretFiles.IsEnvironment(name) || name is "secrets.json" || (name.Contains("secret", StringComparison.OrdinalIgnoreCase) && (name.EndsWith(".tfvars", StringComparison.Ordinal) || name.EndsWith(".tfvars.json", StringComparison.Ordinal))));
    }

    private static bool IsElsewhere(string variable) => variable.Contains("TMP", StringComparison.OrdinalIgnoreCase) || variable.Contains("TEMP", StringComparison.OrdinalIgnoreCase) || variable is "HOME" or "HOMEDIR";

    /// <summary>Whether a file, or a folder that holds it, is left out: the innermost file that speaks of it decides.</summary>
    private static bool IsIgnored(LintRepository repository, string path, Dictionary<string, IgnorePatterns> patterns)
    {
        string[] segments = path.Split('/');
        return Enumerable.Range(1, segments.Length).Any(count => Enumerable.Range(0, count).Reverse()
            .Select(from => PatternsIn(repository, string.Join('/', segments.Take(from)), patterns).Decide(string.Join('/', segments.Skip(from).Take(count - from)), count < segments.Length))
            .FirstOrDefault(decided => decided is not null) == true);
    }

    private static IgnorePatterns PatternsIn(LintRepository repository, string folder, Dictionary<string, IgnorePatterns> patterns)
    {
        if (!patterns.TryGetValue(folder, out IgnorePatterns? found))
        {
            patterns[folder] = found = repository.TextOf(Join(folder, IgnoreFile)) is { } text ? IgnorePatterns.Parse(text.Split('\n').Select(line => line.TrimEnd('\r'))) : IgnorePatterns.None;
        }

        return found;
    }

    /// <summary>A file that comes about beside those of the repository.</summary>
    /// <param name="Paths">Where it may be.</param>
    /// <param name="Location">Where that is said.</param>
    /// <param name="Reason">How it is known, for people.</param>
    private sealed record MadeFile(IReadOnlyList<string> Paths, Location Location, string Reason);
}
