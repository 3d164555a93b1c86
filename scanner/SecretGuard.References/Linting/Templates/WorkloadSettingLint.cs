using SecretGuard.Detection.Values;
using SecretGuard.References.AzureSettings;
using SecretGuard.References.Json;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Literals;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Templates;

/// <summary>
/// Values of secrets among the settings and variables that Terraform, Bicep and templates of clouds give a workload. What a variable or a function fills in is left alone:
/// stores of settings are read by fewer than files are.
/// </summary>
internal sealed class WorkloadSettingLint : ILint, IRepositoryLint
{
    private const string Follows = "who may read the repository or look at the workload's settings reads it, and it is the same wherever this is deployed";
    private const string Local = "local.", Merge = "merge(";
    private const int LongestWay = 8, MostLocals = 64;

    /// <summary>Blocks of a name and a value each.</summary>
    private static readonly HashSet<string> Entries = new(["env", "environment_variable", "connection_string"], StringComparer.Ordinal);

    /// <summary>Attributes that hold what a service describes its containers by.</summary>
    private static readonly HashSet<string> Described = new(["container_definitions", "container_properties"], StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [TemplateRules.SecretInWorkload, TemplateRules.SecretInConfigMap];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.IsDocumentation || FilePlaces.IsTrial(text.Source.Path))
        {
            return;
        }

        foreach (BicepResource resource in text.BicepResources.Where(resource => !resource.IsExisting))
        {
            bool isSettings = resource.Type.EndsWith("sites/config", StringComparison.OrdinalIgnoreCase) && resource.At("name").Text?.EndsWith("appsettings", StringComparison.OrdinalIgnoreCase) == true;
            Tell(resource.Symbol, isSettings ? WorkloadSetting.OfMap(resource.At("properties")) : WorkloadSetting.In(resource.Body), found);
        }

        foreach ((string name, YamlValue tree) in (BicepResource.IsBicep(text.Source) ? BicepValues.Modules(text.Source) : []).Concat(Templates(text)))
        {
            Tell(name, WorkloadSetting.In(tree), found);
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (TerraformConfiguration configuration in repository.Configurations.Where(configuration => !configuration.IsDocumentation))
        {
            foreach (TerraformBlock block in configuration.Blocks.Where(block => block.Block.Type is "resource" or "module" && !FilePlaces.IsTrial(block.Source.Path)))
            {
                string address = string.Join('.', block.Block.Labels.Prepend("module").Skip(block.Block.Type == "module" ? 0 : 1));
                bool isConfigMap = block.Block.Labels[0] is "kubernetes_config_map" or "kubernetes_config_map_v1";
                IEnumerable<WorkloadSetting> settings = isConfigMap && block.Block["data"] is { } data ? Trees(data.Expression, data.Start, block.Source, configuration).SelectMany(WorkloadSetting.OfMap) : Of(block.Block, block.Source, configuration);
                Tell(address, settings.DistinctBy(setting => setting.At), found, isConfigMap ? TemplateRules.SecretInConfigMap : TemplateRules.SecretInWorkload);
            }
        }
    }

    private static void Tell(string of, IEnumerable<WorkloadSetting> settings, LintFindings found, Rule? rule = null)
    {
        foreach (WorkloadSetting setting in settings.Where(setting => setting.IsSecret))
        {
            found.Add(rule ?? TemplateRules.SecretInWorkload, setting.At, $"{of} {setting.Name}", Follows);
        }
    }

    /// <summary>The resources of templates of CloudFormation and of Azure's Resource Manager, and the containers of a task of ECS.</summary>
    private static IEnumerable<(string Name, YamlValue Tree)> Templates(LintText text)
    {
        bool isCloud = text.Source.Text.Contains("AWS::", StringComparison.Ordinal), isTask = text.IsJson && text.Source.Text.Contains("\"containerDefinitions\"", StringComparison.Ordinal);
        if (!(text.Source.IsYaml || text.IsJson) || !(isCloud || isTask || text.Source.Text.Contains("deploymentTemplate.json", StringComparison.OrdinalIgnoreCase)))
        {
            return [];
        }

        return text.Roots.SelectMany(root => isCloud ? root["Resources"].Members.Select(member => (member.Key.Text ?? "", member.Value["Properties"]))
            : isTask ? [(root.TextOf("family") ?? "task", root["containerDefinitions"])]
            : root["resources"].Items.Select(resource => (resource.TextOf("type") ?? "", resource["properties"])));
    }

    private static IEnumerable<WorkloadSetting> Of(HclBlock block, SourceText source, TerraformConfiguration configuration)
    {
        foreach ((string name, HclValue value) in block.Attributes)
        {
            if (WorkloadSetting.IsMap(name, block.Type))
            {
                foreach (WorkloadSetting setting in Trees(value.Expression, value.Start, source, configuration).SelectMany(WorkloadSetting.OfMap))
                {
                    yield return setting;
                }
            }

            if (Described.Contains(name) || WorkloadSetting.IsList(name))
            {
                foreach (WorkloadSetting setting in ReadDescribed(name, value, source))
                {
                    yield return setting;
                }
            }
        }

        foreach (HclBlock inner in block.Blocks)
        {
            bool isEntry = Entries.Contains(inner.Type) || (inner.Type == "set" && block.Labels is ["helm_release", ..]);
            if (isEntry && inner["name"] is { Text: { } named } name && inner.TextOf("type") is not ("SECRETS_MANAGER" or "PARAMETER_STORE"))
            {
                yield return new WorkloadSetting(named[(named.LastIndexOf('.') + 1)..], name.Location, inner.TextOf("value"));
            }
            else if (inner is { Type: "dynamic", Labels: [var made] } && Entries.Contains(made) && inner["for_each"] is { } each)
            {
                foreach (WorkloadSetting setting in Trees(each.Expression, each.Start, source, configuration).SelectMany(WorkloadSetting.OfMap))
                {
                    yield return setting;
                }
            }

            foreach (WorkloadSetting setting in Of(inner, source, configuration))
            {
                yield return setting;
            }
        }
    }

    private static IReadOnlyList<WorkloadSetting> ReadDescribed(string name, HclValue value, SourceText source)
    {
        YamlValue read = LiteralReader.Read(source, value.Start);
        YamlValue tree = read.Text is not null && Heredoc.Read(source.Text, value.Start) is { } text ? JsonDocuments.Read(source.Range(text.Start, text.End).As("json"), new Extraction()) : read;
        var holder = new YamlValue(source, read.Start, read.End) { IsMap = true };
        holder.Add(new YamlValue(source, read.Start, read.Start) { Text = name }, tree);
        return WorkloadSetting.In(holder);
    }

    /// <summary>The mappings that an expression is made of: written there, in a local, or several put together.</summary>
    private static IEnumerable<YamlValue> Trees(string expression, int start, SourceText source, TerraformConfiguration configuration, HashSet<string>? seen = null, int way = 0)
    {
        if (way == LongestWay)
        {
            return [];
        }

        seen ??= new HashSet<string>(StringComparer.Ordinal);
        if (expression.StartsWith(Merge, StringComparison.Ordinal))
        {
            return Arguments(source, start + Merge.Length).SelectMany(argument => argument.Value.IsMap ? [argument.Value]
                : argument.Value.Text is ['$', '{', .. var inner, '}'] ? Trees(inner.Trim(), argument.Start, source, configuration, seen, way + 1) : []);
        }

        if (!expression.StartsWith(Local, StringComparison.Ordinal))
        {
            return LiteralReader.Read(source, start) is { IsMap: true } map ? [map] : [];
        }

        // Each once: one that names another many times, which does so too, is not walked a million times.
        string name = expression[Local.Length..];
        return seen.Count == MostLocals || !seen.Add(name) ? [] : configuration.Blocks.Where(block => block.Block is { Type: "locals", Labels.Count: 0 }).SelectMany(block =>
            block.Block[name] is { } value ? Trees(value.Expression, value.Start, block.Source, configuration, seen, way + 1) : []);
    }

    private static IEnumerable<(YamlValue Value, int Start)> Arguments(SourceText source, int at)
    {
        while (at < source.Text.Length && source.Text[at] != ')')
        {
            if (char.IsWhiteSpace(source.Text[at]) || source.Text[at] == ',')
            {
                at++;
                continue;
            }

            YamlValue read = LiteralReader.Read(source, at);
            yield return (read, at);
            at = Math.Max(at + 1, (int)read.End.Index);
        }
    }
}
