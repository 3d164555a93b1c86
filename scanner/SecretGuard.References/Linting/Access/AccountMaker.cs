using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Linting.Manifests;
using SecretGuard.References.Shell;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>Something other than a manifest that may make a service account: a script, a program, Terraform, a template, a chart from elsewhere, or what gives one its values.</summary>
/// <param name="Name">The name, as far as it is known; what a chart makes begins with the chart's name or the release's.</param>
/// <param name="Namespace">The namespace, where it is the only one; null for any.</param>
internal sealed record AccountMaker(string Name, string? Namespace)
{
    private const string Any = "*", Account = "serviceaccount";

    /// <summary>Objects that have others made: charts, and clusters of eksctl.</summary>
    private static readonly string[] Installing = ["HelmRelease", "Application", "ApplicationSet", "HelmChart", "HelmChartConfig", "ClusterConfig"];

    /// <summary>How templates of manifests, tasks of Ansible and programs make accounts of whatever name.</summary>
    private static readonly string[] Signs = ["kind: ServiceAccount", "ServiceAccount(", "ServiceAccount{"];

    private static readonly string[] OfRelease = ["releaseName", "chart"];
    private static readonly string[] Resources = ["kubernetes_service_account", "kubernetes_service_account_v1"];
    private static readonly string[] AnyResources = ["kubernetes_manifest", "kubectl_manifest"];

    /// <summary>Those of one text.</summary>
    public static IEnumerable<AccountMaker> In(LintText text) => 
        text.Commands.SelectMany(OfCommand).Concat(text.Source.IsYaml ? text.Roots.SelectMany(OfYaml) : []).Concat(MayMakeAny(text) ? [new(Any, null)] : []);

    /// <summary>Those that configurations of Terraform make.</summary>
    public static IEnumerable<AccountMaker> In(TerraformConfiguration configuration) => configuration.Blocks.SelectMany(block => OfTerraform(block.Block)).Select(name => new AccountMaker(name, null));

    /// <summary>Those that a kustomization takes from elsewhere.</summary>
    public static IEnumerable<AccountMaker> In(Kustomized kustomized) => kustomized.TakesRemote ? [new(Any, kustomized.Namespace)] : [];

    private static bool MayMakeAny(LintText text) => !text.IsDocumentation && !text.IsScript && text.Manifests.Count == 0 && Array.Exists(Signs, sign => text.Source.Text.Contains(sign, StringComparison.Ordinal));

    private static IEnumerable<AccountMaker> OfCommand(ShellCommand command)
    {
        string[] words = [.. command.Words.Select(word => word.Text)];
        return words switch
        {
            [var tool, "create", "serviceaccount" or "sa", .. var rest] when tool is "kubectl" or "oc" => [.. rest.Select(word => new AccountMaker(word, null))],
            ["eksctl", "create", "iamserviceaccount", .. var rest] => [.. rest.Select(word => new AccountMaker(word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..], null))],
            ["helm", .. var rest] when Array.Exists(rest, word => word is "install" or "upgrade") => [.. rest.Where(word => word is not [] and not ['-', ..]).SelectMany(word => ReleaseOf(word[(word.LastIndexOf('/') + 1)..]))],
            _ => [],
        };
    }

    private static IEnumerable<AccountMaker> OfYaml(YamlValue root)
    {
        string? kind = root["apiVersion"].Text is null ? null : root.TextOf("kind");
        bool isInstalling = kind is not null && Installing.Contains(kind, StringComparer.Ordinal);
        IEnumerable<AccountMaker> charts = root["helmCharts"].Items.Concat(root["dependencies"].Items).SelectMany(chart => new[] { chart.TextOf("name"), chart.TextOf("alias"), chart.TextOf("releaseName") })
            .Concat(isInstalling ? YamlWalk.Scalars(root["spec"]).Where(one => OfRelease.Contains(one.Path?.Key, StringComparer.Ordinal)).Select(one => one.Scalar.Text).Append(root["metadata", "name"].Text) : []).OfType<string>().SelectMany(ReleaseOf);
        return kind is not null && !isInstalling ? charts : charts.Concat(YamlWalk.Scalars(root).Where(IsAccount).Select(one => new AccountMaker(one.Scalar.Text!, null)));
    }

    /// <summary>Whether a scalar is the name of an account in values: <c>serviceAccount: { name: api }</c>.</summary>
    private static bool IsAccount((YamlValue Scalar, YamlPath? Path) one)
    {
        if (one.Scalar.Text is not { Length: > 0 } text || text.Contains('\n', StringComparison.Ordinal))
        {
            return one.Scalar.Text?.Contains("serviceAccount", StringComparison.Ordinal) == true; // values within a text
        }

        for (YamlPath? path = one.Path; path is not null; path = path.Up)
        {
            if (path.Key.StartsWith(Account, StringComparison.OrdinalIgnoreCase))
            {
                return path == one.Path || one.Path!.Key == "name";
            }
        }

        return false;
    }

    private static IEnumerable<string> OfTerraform(HclBlock block) => block switch
    {
        { Type: "resource", Labels: [var type, _] } when Resources.Contains(type, StringComparer.Ordinal) => block.Blocks.Where(inner => inner.Type == "metadata").Select(metadata => metadata.TextOf("name") ?? Any),
        { Type: "resource", Labels: [var type, _] } when AnyResources.Contains(type, StringComparer.Ordinal) && block.Attributes.Values.Any(value => value.Expression.Contains("ServiceAccount", StringComparison.Ordinal)) => [Any],
        { Type: "resource", Labels: ["helm_release", _] } => new[] { block["name"], block["chart"] }.OfType<HclValue>().Select(name => (name.Text ?? "") + Any),
        { Type: "module" } => block.Attributes.Where(attribute => attribute.Key.Contains("service_account", StringComparison.Ordinal) && attribute.Value.Expression is not ("true" or "false" or "null")).Select(attribute => attribute.Value.Text ?? Any),
        _ => [],
    };

    private static IEnumerable<AccountMaker> ReleaseOf(string name) => name.Length == 0 ? [] : [new(name + Any, null)];
}
