using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Literals;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>Policies of Vault: in files, in blocks of documents whatever these are said to be, in texts of scripts, settings and Terraform, as HCL or JSON.</summary>
internal static class VaultPolicies
{
    private const string Sign = "capabilities", Path = "path", Old = "policy";

    /// <summary>What policies said before there were capabilities, and Vault still takes.</summary>
    private static readonly Dictionary<string, string[]> OldWords = new(StringComparer.Ordinal)
    {
        ["deny"] = ["deny"],
        ["read"] = ["read", "list"],
        ["write"] = ["create", "read", "update", "delete", "list"],
        ["sudo"] = ["create", "read", "update", "delete", "list", "sudo"],
    };

    /// <summary>What policies in a text grant; Terraform is for <see cref="Of"/>.</summary>
    public static IEnumerable<Grant> In(LintText text)
    {
        SourceText source = text.Source;
        if (!(source.Text.Contains(Sign, StringComparison.Ordinal) || source.Text.Contains(Old, StringComparison.Ordinal)) || !source.Text.Contains(Path, StringComparison.Ordinal))
        {
            return [];
        }

        string policy = source.SyntaxPath.Length > 0 ? source.SyntaxPath : source.Path;
        if (text.IsJson)
        {
            return text.Roots.SelectMany(root => root[Path].Members).SelectMany(member => OfJson(member.Key, member.Value, policy));
        }

        bool isPolicy = source.IsPart ? !ShellExtractor.IsScript(source) : source.HasEnd(".hcl", ".policy", ".vault"); // a script hands over texts, which are parts of their own
        return isPolicy && HclReader.Read(source) is { } blocks && blocks.Any(block => block.Type == Path) ? blocks.SelectMany(block => OfBlock(block, policy))
            : source is { IsYaml: true, IsPart: false } ? text.Roots.SelectMany(YamlWalk.Scalars).SelectMany(scalar => OfScalar(scalar.Scalar, policy))
            : [];
    }

    /// <summary>What a policy in a block of Terraform grants: of <c>vault_policy</c> written as a text, or of <c>vault_policy_document</c>.</summary>
    public static IEnumerable<Grant> Of(HclBlock block, SourceText source)
    {
        string policy = block.Labels.Count == 2 ? HclScope.Address(block) : "";
        return block.Labels switch
        {
            ["vault_policy_document", _] => block.Blocks.Where(rule => rule.Type == "rule").SelectMany(rule => rule[Path] is { } path ? OfRule(path.Template ?? new HclString(HclString.Hole.ToString(), [path.Expression]), path.Location, rule, policy) : []),
            ["vault_policy", _] when block["policy"] is { } value && Heredoc.Read(source.Text, value.Start) is { } text => HclReader.Read(source.Range(text.Start, text.End)).SelectMany(inner => OfBlock(inner, policy)),
            _ => [],
        };
    }

    /// <summary>What words of Vault come to.</summary>
    public static Capabilities CapabilitiesOf(IEnumerable<string> words) => words.Aggregate(Capabilities.None, (all, word) => all | word switch
    {
        "read" => Capabilities.Read | Capabilities.Describe,
        "list" or "scan" => Capabilities.List,
        "create" or "update" or "patch" => Capabilities.Write,
        "delete" => Capabilities.Delete,
        "sudo" => Capabilities.Manage,
        _ => Capabilities.None,
    });

    private static IEnumerable<Grant> OfScalar(YamlValue scalar, string policy) =>
        scalar.Text!.Contains(Sign, StringComparison.Ordinal) && scalar.Text.Contains("path \"", StringComparison.Ordinal) && !TemplateText.IsOne(scalar.Source.Text)
            ? HclReader.Read(scalar.Inner()).SelectMany(block => OfBlock(block, policy)) : [];

    private static IEnumerable<Grant> OfBlock(HclBlock block, string policy) =>
        block is { Type: Path, Heads: [var path] } ? OfRule(HclString.Read(path.Raw), block.Location, block, policy) : [];

    private static IEnumerable<Grant> OfRule(HclString path, Location at, HclBlock rule, string policy)
    {
        IReadOnlyList<string> words = rule[Sign]?.Items ?? OldWords.GetValueOrDefault(rule.TextOf(Old) ?? "") ?? [];
        if (rule[Sign] is null && words.Count == 0)
        {
            yield break;
        }

        yield return Make(path, words.Count == 0 ? null : words, policy, at);
    }

    private static IEnumerable<Grant> OfJson(YamlValue path, YamlValue rule, string policy)
    {
        if (path.Text is not null && rule[Sign].Items.Count > 0)
        {
            yield return Make(HclString.Read(path.Text), [.. rule[Sign].Items.Select(item => item.Text ?? "")], policy, path.Place(0, path.Text.Length));
        }
    }

    private static Grant Make(HclString path, IReadOnlyList<string>? words, string policy, Location at) => new(StoreTypes.Vault, path.Raw, words is null ? Capabilities.All : CapabilitiesOf(words), policy, at)
    {
        Role = words is null ? "" : string.Join(", ", words),
        IsDenied = words?.Contains("deny", StringComparer.Ordinal) == true,
    };
}
