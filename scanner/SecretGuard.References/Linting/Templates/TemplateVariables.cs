using SecretGuard.References.Compose;
using SecretGuard.References.Docker;
using SecretGuard.References.GitHub;
using SecretGuard.References.Pipelines;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Templates;

/// <summary>The variables that the text of a file is filled with, in the syntaxes that have <c>${NAME}</c>.</summary>
internal static class TemplateVariables
{
    /// <summary>How the files of frameworks begin in which a default stands behind a bare colon.</summary>
    private static readonly string[] ColonFiles = ["application", "bootstrap", "logstash", "filebeat", "metricbeat", "heartbeat", "packetbeat", "auditbeat", "log4j2"];

    private const int LongText = 2000;

    private static readonly GitLabExtractor GitLab = new();

    /// <summary>Those of a text. Expressions of pipelines are none, and their scripts are texts of their own.</summary>
    public static IReadOnlyList<TemplateVariable> In(LintText text)
    {
        SourceText source = text.Source;
        if (!source.Text.Contains('$', StringComparison.Ordinal) || OwnFiles.IsOne(source))
        {
            return [];
        }

        if (Shell.ShellExtractor.IsScript(source))
        {
            return IsPowerShell(source) ? [] : OfScript(text);
        }

        if (DockerfileExtractor.IsDockerfile(source))
        {
            return [.. DockerInstruction.In(source).Where(instruction => instruction.Name is "ENV" or "ARG").SelectMany(instruction => TemplateReader.In(instruction.Text, (start, length) => source.At(instruction.At + start, length), false))];
        }

        if (source.IsYaml || text.IsJson)
        {
            bool hasColon = HasColon(source);
            return (!IsCompose(source) && !source.Text.Contains("${", StringComparison.Ordinal)) || IsPipeline(source) ? []
                : [.. text.Roots.SelectMany(YamlWalk.Scalars).Where(one => one.Scalar.Text!.Contains('$', StringComparison.Ordinal)).SelectMany(one => TemplateReader.In(one.Scalar.Text!, PlaceIn(one.Scalar), hasColon))];
        }

        return SettingLines.MayBe(source) ? [.. TemplateReader.In(source.Text, source.At, HasColon(source))] : [];
    }

    /// <summary>Whether a text is a pipeline: it has variables and expressions of its own.</summary>
    public static bool IsPipeline(SourceText source) => GitHubActionsExtractor.IsWorkflow(source) || AzurePipelinesExtractor.IsPipeline(source) || GitLab.MayRead(source);

    /// <summary>Whether a text is a file of Compose.</summary>
    public static bool IsCompose(SourceText source) => ComposeExtractor.MayBe(source) && source.Text.Contains("services:", StringComparison.Ordinal);

    /// <summary>A long text is looked at by lines: to find the place of a part in it takes as long as it is.</summary>
    private static Func<int, int, Findings.Location> PlaceIn(YamlValue scalar) => scalar.Text!.Length > LongText ? scalar.Inner().At : scalar.Place;

    private static bool HasColon(SourceText source) => source.HasEnd(".properties") || Array.Exists(ColonFiles, begin => source.FileName.StartsWith(begin, StringComparison.OrdinalIgnoreCase));

    private static bool IsPowerShell(SourceText source) => source.Language is "powershell" or "pwsh" or "ps1" || source.HasEnd(".ps1");

    private static List<TemplateVariable> OfScript(LintText text)
    {
        SourceText source = text.Source;
        var found = new List<TemplateVariable>();
        foreach (Interpolation variable in text.Script.Variables)
        {
            bool isBraced = variable.Start > 0 && source.Text[variable.Start - 1] == '{';
            if (TemplateReader.Read(source.Text, variable.Start, variable.Start + variable.Name.Length, isBraced, source.At, false) is { } read)
            {
                found.Add(read);
            }
        }

        return found;
    }
}
