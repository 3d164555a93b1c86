using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Parameters and outputs of templates of CloudFormation and of Azure's Resource Manager that hold a secret and do not say so.</summary>
internal sealed class TemplateLint : ILint
{
    private const string Cloud = "AWS::", Azure = "deploymentTemplate.json";
    private static readonly string[] Yes = ["true", "True", "yes", "TRUE"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.ParameterUnsecured, PostureRules.DeploymentOutput];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.IsDocumentation || !(text.Source.IsYaml || text.IsJson))
        {
            return;
        }

        bool isCloud = text.Source.Text.Contains(Cloud, StringComparison.Ordinal);
        if (!isCloud && !text.Source.Text.Contains(Azure, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (YamlValue root in text.Roots)
        {
            if (isCloud && root["Resources"].IsMap)
            {
                LookAtCloud(root, found);
            }
            else if (root.TextOf("$schema")?.Contains(Azure, StringComparison.OrdinalIgnoreCase) == true)
            {
                LookAtAzure(root, found);
            }
        }
    }

    private static void LookAtCloud(YamlValue root, LintFindings found)
    {
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        foreach ((YamlValue key, YamlValue parameter) in root["Parameters"].Members.Where(member => member.Key.Text is not null))
        {
            if (Yes.Contains(parameter.TextOf("NoEcho"), StringComparer.Ordinal))
            {
                hidden.Add(key.Text!);
            }
            else if (parameter.TextOf("Type") == "String" && parameter["NoEcho"].Text is null && parameter["AllowedValues"].Items.Count == 0 && ReferenceOf.SaysSecret(key.Text!) && !IsElsewhere(parameter.TextOf("Default")))
            {
                found.Add(PostureRules.ParameterUnsecured, key.Location, key.Text!, "who may describe the stack reads what it was given");
            }
        }

        foreach ((YamlValue key, YamlValue output) in root["Outputs"].Members.Where(member => member.Key.Text is not null))
        {
            YamlValue value = output["Value"];
            string? text = value.Text ?? value["Ref"].Text ?? value["Fn::Sub"].Text;
            if (text is not null && hidden.FirstOrDefault(name => text == name || text.Contains($"${{{name}}}", StringComparison.Ordinal)) is { } shown)
            {
                found.Add(PostureRules.DeploymentOutput, key.Location, key.Text!, $"it puts out the parameter '{shown}'; 'NoEcho' does not hide it there");
            }
        }
    }

    private static void LookAtAzure(YamlValue root, LintFindings found)
    {
        var secured = new HashSet<string>(StringComparer.Ordinal);
        foreach ((YamlValue key, YamlValue parameter) in root["parameters"].Members.Where(member => member.Key.Text is not null))
        {
            YamlValue type = parameter["type"];
            if (IsSecure(type.Text))
            {
                secured.Add(key.Text!);
            }
            else if (string.Equals(type.Text, "string", StringComparison.OrdinalIgnoreCase) && parameter["allowedValues"].Items.Count == 0 && ReferenceOf.SaysSecret(key.Text!))
            {
                found.Add(PostureRules.ParameterUnsecured, type.Place(0, type.Text!.Length), key.Text!, "who may read the deployments of the resource group reads what it was given", "securestring");
            }
        }

        foreach ((YamlValue key, YamlValue output) in root["outputs"].Members.Where(member => member.Key.Text is not null && !IsSecure(member.Value.TextOf("type"))))
        {
            string value = output.TextOf("value") ?? "";
            if (BicepLint.IsListed(value) || secured.Any(name => value == $"[parameters('{name}')]"))
            {
                found.Add(PostureRules.DeploymentOutput, key.Location, key.Text!, "who may read the deployments of the resource group reads it");
            }
        }
    }

    private static bool IsSecure(string? type) => type?.StartsWith("secure", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsElsewhere(string? value) => value is not null && (value.StartsWith('/') || value.StartsWith("arn:", StringComparison.Ordinal) || value.StartsWith("{{", StringComparison.Ordinal));
}
