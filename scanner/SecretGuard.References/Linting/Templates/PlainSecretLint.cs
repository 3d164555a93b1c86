using SecretGuard.Detection.Values;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Templates;

/// <summary>Secrets where clusters keep what everybody may see: in a ConfigMap, and in the variables of a workload. It does not matter whether a template fills them in.</summary>
internal sealed class PlainSecretLint : ILint
{
    private static readonly string[] Elsewhere = ["@azurekeyvault", "://"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [TemplateRules.SecretInConfigMap, TemplateRules.SecretInWorkload];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.Manifests.Count + text.Patched.Count == 0 || text.IsDocumentation || FilePlaces.IsTrial(text.Source.Path))
        {
            return;
        }

        foreach (Manifest manifest in text.Manifests.Concat(text.Patched))
        {
            switch (manifest.Kind)
            {
                case "ConfigMap":
                    foreach ((YamlValue key, YamlValue value) in manifest.Root["data"].Members.Where(member => member.Key.Text is { } name && IsHeld(name, member.Value.Text, member.Value)))
                    {
                        Tell(found, key, $"{manifest.Consumer} {key.Text}");
                    }

                    break;
                case "Kustomization":
                    LookAtGenerators(manifest, found);
                    break;
                default:
                    LookAtPod(manifest, found);
                    break;
            }
        }
    }

    private static void LookAtGenerators(Manifest manifest, LintFindings found)
    {
        foreach (YamlValue literal in manifest.Root["configMapGenerator"].Items.SelectMany(generator => generator["literals"].Items).Where(item => item.Text is not null))
        {
            int equals = literal.Text!.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && IsHeld(literal.Text[..equals], literal.Text[(equals + 1)..], literal))
            {
                found.Add(TemplateRules.SecretInConfigMap, literal.Place(0, equals), $"configMapGenerator {literal.Text[..equals]}", Reason("ConfigMap"));
            }
        }
    }

    private static void LookAtPod(Manifest manifest, LintFindings found)
    {
        if (PodTemplate.Of(manifest) is not { } pod)
        {
            return;
        }

        foreach (YamlValue variable in pod.Containers.SelectMany(container => container["env"].Items))
        {
            if (variable.TextOf("name") is { } name && IsHeld(name, variable.TextOf("value"), variable["value"]))
            {
                found.Add(TemplateRules.SecretInWorkload, variable["name"].Location, $"{manifest.Consumer} {name}", Reason("workload"));
            }
        }
    }

    private static void Tell(LintFindings found, YamlValue key, string subject) => found.Add(TemplateRules.SecretInConfigMap, key.Location, subject, Reason("ConfigMap"));

    private static string Reason(string what) => $"who may look at the {what}, as the role 'view' and most dashboards do, reads it; a role that leaves out secrets does not hide it, and encryption of secrets at rest does not reach it";

    /// <summary>Whether a setting of a secret name has something in it, filled in or not. <c>$(NAME)</c> takes it from a variable that comes from elsewhere.</summary>
    private static bool IsHeld(string name, string? value, YamlValue at)
    {
        if (IsAction(at) && SecretSettings.IsOne(name))
        {
            return true;
        }

        if (value is null || value.Contains('\n', StringComparison.Ordinal) || !SecretSettings.IsOne(name) || value.Contains("$(", StringComparison.Ordinal) || Array.Exists(Elsewhere, sign => value.Contains(sign, StringComparison.Ordinal)))
        {
            return false;
        }

        bool isTemplate = value.Contains("${", StringComparison.Ordinal) || value.Contains("{{", StringComparison.Ordinal) || (at.Source.IsTemplate && value.Contains('*', StringComparison.Ordinal));
        return isTemplate ? value[0] is not ('/' or '.') && !SecretSettings.NamesSecret(value) : SecretSettings.IsValue(value);
    }

    /// <summary><c>{{ .Values.password }}</c> without quotes, which YAML takes for a mapping in another.</summary>
    private static bool IsAction(YamlValue value) => value is { IsMap: true, Members: [{ Key.IsMap: true }] };
}
