using SecretGuard.References.GitHub;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Secrets that the build of an image is given as arguments: by a command, by Compose, by a workflow.</summary>
internal sealed class BuildArgumentLint : ILint
{
    private const string Follows = "arguments of a build are in the history of the image; 'RUN --mount=type=secret' takes what '--secret' or 'secrets:' gives";

    private static readonly HashSet<string> Builders = new(["docker", "podman", "nerdctl", "buildah", "az", "executor", "buildctl", "docker-compose"], StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.BuildArgument];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.Source.Text.Contains("--build-arg", StringComparison.Ordinal))
        {
            LookAtCommands(text, found);
        }

        if (!text.Source.IsYaml)
        {
            return;
        }

        if (text.Source.Text.Contains("build-args:", StringComparison.Ordinal) && GitHubActionsExtractor.IsWorkflow(text.Source))
        {
            foreach ((YamlValue scalar, YamlPath? path) in text.Roots.SelectMany(YamlWalk.Scalars).Where(one => one.Path is { Key: "build-args", Above: "with" }))
            {
                LookAtLines(scalar, found);
            }
        }

        if (text.Source.Text.Contains("args:", StringComparison.Ordinal) && text.Source.Text.Contains("services:", StringComparison.Ordinal))
        {
            foreach (YamlValue arguments in text.Roots.SelectMany(root => root["services"].Members).Select(service => service.Value["build", "args"]))
            {
                LookAtCompose(arguments, found);
            }
        }
    }

    private static void LookAtCommands(LintText text, LintFindings found)
    {
        foreach (CalledProgram program in text.Commands.SelectMany(CalledProgram.In).Where(program => Builders.Contains(program.Name)))
        {
            foreach (ShellPiece argument in program.Arguments(_ => true).All("build-arg"))
            {
                int equals = argument.Text.IndexOf('=', StringComparison.Ordinal);
                string name = equals < 0 ? argument.Text : argument.Text[..equals];
                if (ReferenceOf.SaysSecret(name))
                {
                    found.Add(PipelineRules.BuildArgument, argument.Word.Place(argument.Start, name.Length), $"--build-arg {name}", Follows);
                }
            }
        }
    }

    /// <summary><c>NAME=value</c>, one a line.</summary>
    private static void LookAtLines(YamlValue lines, LintFindings found)
    {
        foreach ((string line, int start) in TextParts.Split(lines.Text!, "\n"))
        {
            string name = line.Split('=')[0].Trim();
            if (ReferenceOf.SaysSecret(name) || SecretExpression.In(line).Any())
            {
                found.Add(PipelineRules.BuildArgument, lines.Place(start, name.Length), $"build-args {name}", Follows);
            }
        }
    }

    private static void LookAtCompose(YamlValue arguments, LintFindings found)
    {
        foreach (YamlValue name in arguments.Members.Select(member => member.Key).Where(name => name.Text is not null && ReferenceOf.SaysSecret(name.Text)))
        {
            found.Add(PipelineRules.BuildArgument, name.Location, $"build.args {name.Text}", Follows);
        }

        foreach (YamlValue item in arguments.Items.Where(item => item.Text is not null))
        {
            string name = item.Text!.Split('=')[0];
            if (ReferenceOf.SaysSecret(name))
            {
                found.Add(PipelineRules.BuildArgument, item.Place(0, name.Length), $"build.args {name}", Follows);
            }
        }
    }
}
