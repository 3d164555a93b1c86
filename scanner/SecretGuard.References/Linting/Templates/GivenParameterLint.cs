using System.Text.RegularExpressions;
using SecretGuard.References.AzureSettings;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Templates;

/// <summary>Values of secrets that templates of Azure are given: in a file of parameters, or by the call of a module. All of these can name a secret of a Key Vault instead.</summary>
internal sealed class GivenParameterLint : ILint
{
    private const string Parameters = "deploymentParameters.json";
    private static readonly Regex Given = new("""^[ \t]*param[ \t]+(?<name>\w+)[ \t]*=[ \t]*'(?<value>[^'\r\n]*)'""", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [TemplateRules.SecretLiteral];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (LocalFiles.IsOne(text))
        {
            return;
        }

        if (text.Source.HasEnd(".bicepparam"))
        {
            foreach (Match match in Given.Matches(text.Source.Text).Where(match => IsOne(match.Groups["name"].Value, match.Groups["value"].Value)))
            {
                Group name = match.Groups["name"];
                found.Add(TemplateRules.SecretLiteral, text.Source.At(name.Index, name.Length), name.Value, "the value of the parameter stands in the file, for everybody who may read the repository; 'az.getSecret(…)' takes it from a Key Vault");
            }
        }
        else if (text.IsJson && text.Source.Text.Contains(Parameters, StringComparison.OrdinalIgnoreCase))
        {
            LookAt(text.Roots.SelectMany(root => root["parameters"].Members).Select(member => (member.Key, member.Value["value"])), "'reference' with 'keyVault' takes it from a Key Vault", found);
        }
        else if (BicepResource.IsBicep(text.Source))
        {
            LookAt(BicepValues.Modules(text.Source).SelectMany(module => module.Body["params"].Members), "'getSecret(…)' of a Key Vault takes it from there", found);
        }
    }

    private static void LookAt(IEnumerable<(YamlValue Key, YamlValue Value)> parameters, string instead, LintFindings found)
    {
        foreach ((YamlValue key, YamlValue value) in parameters.Where(parameter => parameter.Key.Text is { } name && IsOne(name, parameter.Value.Text)))
        {
            found.Add(TemplateRules.SecretLiteral, key.Location, key.Text!, $"the value of the parameter stands in the file, for everybody who may read the repository; {instead}");
        }
    }

    private static bool IsOne(string name, string? value) => SecretSettings.IsOne(name) && SecretSettings.IsValue(value) && value![0] is not ('[' or '#');
}
