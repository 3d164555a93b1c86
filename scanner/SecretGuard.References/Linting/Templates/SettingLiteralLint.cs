using System.Text.RegularExpressions;
using SecretGuard.References.DotNet;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Templates;

/// <summary>
/// Values of secrets in files whose other secrets are filled in when they are deployed, or where a file beside has a template at the same key. Whether a value is a real
/// secret is for the scanner to tell; here it counts that nobody notices where it is not replaced.
/// </summary>
internal sealed class SettingLiteralLint : ILint, IRepositoryLint
{
    /// <summary><c>password: {{ "word" | b64enc }}</c>: a template that fills nothing in.</summary>
    private static readonly Regex Encoded = new("""^[ \t]*["']?(?<name>[\w.-]+)["']?:[ \t]*["']?\{\{-?[ \t]*"(?<value>[^"{}\r\n]+)"[ \t]*\|[ \t]*(?:b64enc|quote|squote)\b""", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    private static readonly string[] Others = ["openapi:", "swagger:", "AWSTemplateFormatVersion", "kind: ", "\"openapi\"", "\"swagger\"", "\"$schema\": \"http://json-schema"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [TemplateRules.SecretLiteral];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (LocalFiles.IsOne(text) || OwnFiles.IsOne(text.Source))
        {
            return;
        }

        if (text.Source.IsYaml && text.Source.Text.Contains("{{", StringComparison.Ordinal))
        {
            LookAtTemplate(text, found);
        }

        if (MayHaveSettings(text))
        {
            foreach (SecretSetting setting in SecretSettings.In(text))
            {
                found.Keep(text.Source, setting);
            }
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (IGrouping<(string, string, string), SecretSetting> family in repository.Kept<SecretSetting>().GroupBy(setting => FamilyOf(setting.Path)))
        {
            Dictionary<string, SecretSetting> filled = family.Where(setting => setting.IsFilled).GroupBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
            foreach (IGrouping<string, SecretSetting> file in family.GroupBy(setting => setting.Path, StringComparer.Ordinal))
            {
                int templates = file.Count(setting => setting.IsFilled);
                SecretSetting[] literals = [.. file.Where(setting => !setting.IsFilled)];
                foreach (SecretSetting setting in literals)
                {
                    if (filled.TryGetValue(setting.Key, out SecretSetting? other) && other.Path != setting.Path)
                    {
                        found.Add(TemplateRules.SecretLiteral, setting.Location, setting.Key, $"'{other.Path}' has it filled in, and where it is not, this value is used: nobody notices that it was to be another");
                    }
                    else if (templates > 0 && templates >= literals.Length)
                    {
                        string next = file.First(one => one.IsFilled).Key;
                        found.Add(TemplateRules.SecretLiteral, setting.Location, setting.Key, $"'{next}' and the other secrets of this file are filled in when it is deployed, this one is the same for everybody who may read the repository");
                    }
                }
            }
        }
    }

    private static void LookAtTemplate(LintText text, LintFindings found)
    {
        foreach (Match match in Encoded.Matches(text.Source.Text))
        {
            Group name = match.Groups["name"];
            if (SecretSettings.IsOne(name.Value) && SecretSettings.IsValue(match.Groups["value"].Value))
            {
                found.Add(TemplateRules.SecretLiteral, text.Source.At(name.Index, name.Length), name.Value, "the template writes a value that stands in it itself: every release has the same, and everybody who may read the chart knows it");
            }
        }
    }

    /// <summary>Whether a text is one of settings: what describes objects, services and pipelines has lints of its own.</summary>
    private static bool MayHaveSettings(LintText text) =>
        text.Source.IsYaml ? !text.Source.IsPart && !TemplateVariables.IsPipeline(text.Source) && !TemplateVariables.IsCompose(text.Source) && !Array.Exists(Others, sign => text.Source.Text.Contains(sign, StringComparison.Ordinal))
        : text.IsJson ? SettingsFile.IsNamed(text.Source, "appsettings")
        : SettingLines.IsOne(text.Source);

    /// <summary>Files of one folder that are read one over the other: <c>appsettings.json</c> and <c>appsettings.Production.json</c>, <c>values.yaml</c> and <c>values-prod.yaml</c>.</summary>
    private static (string Folder, string Stem, string End) FamilyOf(string path)
    {
        int slash = path.LastIndexOf('/') + 1, end = path.LastIndexOf('.'), stem = path.AsSpan(slash).IndexOfAny('.', '-', '_');
        return (path[..slash], stem > 0 ? path.Substring(slash, stem).ToLowerInvariant() : path[slash..], end > slash ? path[end..].Replace(".yml", ".yaml", StringComparison.OrdinalIgnoreCase) : "");
    }
}
