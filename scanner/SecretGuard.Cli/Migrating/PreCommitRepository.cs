using SecretGuard.Configuration;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Cli.Migrating;

/// <summary>One entry of the list <c>repos:</c> in <c>.pre-commit-config.yaml</c>.</summary>
/// <param name="Node">Its mapping.</param>
/// <param name="Url">Where the hooks come from, or <c>local</c>.</param>
/// <param name="Hooks">The hooks.</param>
internal sealed record PreCommitRepository(YamlMappingNode Node, string Url, IReadOnlyList<HookEntry> Hooks)
{
    /// <summary>Whether every hook runs another tool for secrets.</summary>
    public bool IsOfTools => Hooks.Count > 0 && Hooks.All(hook => hook.Tool is not null);

    /// <summary>Whether it is written in block style, a key a line, so that lines can be changed.</summary>
    public bool IsInLines => Node.Style != YamlDotNet.Core.Events.MappingStyle.Flow && Hooks.All(hook => hook.Node.Style != YamlDotNet.Core.Events.MappingStyle.Flow);

    /// <summary>All entries of a file. What is no valid YAML is told by <paramref name="errors"/>.</summary>
    public static IReadOnlyList<PreCommitRepository> Read(string text, string name, ICollection<ConfigurationError> errors)
    {
        YamlNode? root = YamlDocumentReader.Read(text, name, errors);
        return root is not null && HookEntry.Find(root, "repos").Value is YamlSequenceNode repositories ? [.. repositories.OfType<YamlMappingNode>().Select(Of)] : [];
    }

    private static PreCommitRepository Of(YamlMappingNode node)
    {
        string url = (HookEntry.Find(node, "repo").Value as YamlScalarNode)?.Value ?? "";
        IEnumerable<YamlMappingNode> hooks = HookEntry.Find(node, "hooks").Value is YamlSequenceNode list ? list.OfType<YamlMappingNode>() : [];
        return new PreCommitRepository(node, url, [.. hooks.Select(hook => new HookEntry(hook, ToolOf(hook, url)))]);
    }

    private static string? ToolOf(YamlMappingNode hook, string url)
    {
        var entry = new HookEntry(hook, null);
        return url == "local" ? ToolCalls.In(string.Join(' ', entry.Words("entry"))) : ToolCalls.In(string.Join(' ', entry.Words("id")));
    }
}
