using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Migrating;

/// <summary>Finds steps of pipelines that call other tools. They are told and left alone: whether SecretGuard is installed on the machine that runs them, nobody here knows.</summary>
internal static class PipelineSurvey
{
    private const string Advice = "Install the tool there (dotnet tool install SecretGuard.Cli) and run 'secretguard scan --fail-on-unaudited --report sarif=secretguard.sarif', or 'secretguard git --range …' for what is pushed.";

    private static readonly GlobList Files = new([.. ((string[])
    [
        ".github/workflows/*.{yml,yaml}", ".github/actions/**/action.{yml,yaml}", "/azure-pipelines*.{yml,yaml}", ".azuredevops/**/*.{yml,yaml}", "/.gitlab-ci.yml", ".gitlab/**/*.yml", ".circleci/config.yml",
        "bitbucket-pipelines.yml", "Jenkinsfile", "Makefile", "Justfile", "Taskfile.{yml,yaml}", "noxfile.py", "tox.ini", "package.json",
    ]).Select(Glob.Parse)]);

    /// <summary>Whether a file tells what a pipeline or a build tool is to do.</summary>
    public static bool IsPipeline(string path) => Files.IsMatch(path);

    /// <summary>The lines of such a file that call another tool.</summary>
    public static IEnumerable<ImportRemainder> Read(string full, string path)
    {
        string[] lines = Projects.Project.ReadText(full).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (IsCall(line) && ToolCalls.In(line) is { } tool)
            {
                yield return new ImportRemainder($"{path}:{i + 1}", $"a step with {tool}", Advice);
            }
        }
    }

    /// <summary>Names of steps and comments call nothing.</summary>
    private static bool IsCall(string line) =>
        line.Length > 0 && line[0] != '#' && !line.TrimStart('-', ' ').StartsWith("name:", StringComparison.Ordinal) && !line.TrimStart('-', ' ').StartsWith("id:", StringComparison.Ordinal) && !line.EndsWith(':');
}
