using SecretGuard.Findings;
using SecretGuard.References.Json;
using SecretGuard.References.Literals;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>A statement of an IAM policy.</summary>
/// <param name="Policy">The policy, as <see cref="Inventories.Grant.Policy"/> names it.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record IamStatement(string Policy, Location Location)
{
    private const int DeepestNesting = 64;

    /// <summary>Whether it allows.</summary>
    public bool IsAllow { get; init; } = true;

    /// <summary>The actions, as they are written; of <c>NotAction</c> those that it is not about.</summary>
    public IReadOnlyList<YamlValue> Actions { get; init; } = [];

    /// <summary>Whether it is about all but <see cref="Actions"/>.</summary>
    public bool IsAllButActions { get; init; }

    /// <summary>The resources, as they are written; all where it allows all but some, and none where it forbids these.</summary>
    public IReadOnlyList<YamlValue> Resources { get; init; } = [];

    /// <summary>Whom a policy of a resource names; empty in the policy of an identity.</summary>
    public IReadOnlyList<YamlValue> Principals { get; init; } = [];

    /// <summary>Whether more must be true.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether it belongs to a resource, and not to who asks for it.</summary>
    public bool IsOfResource => Principals.Count > 0;

    /// <summary>Whether a text may hold one: it is cheap, and says yes too often.</summary>
    public static bool MayBeIn(SourceText source) => source.Text.Contains("Effect", StringComparison.Ordinal) && source.Text.Contains("Action", StringComparison.Ordinal);

    /// <summary>Those in a document of JSON or YAML, wherever they stand: policies, templates of CloudFormation, settings of serverless functions.</summary>
    public static IReadOnlyList<IamStatement> In(YamlValue root, string policy)
    {
        var found = new List<IamStatement>();
        Walk(root, policy, found, new HashSet<YamlValue>(ReferenceEqualityComparer.Instance), 0);
        return found;
    }

    /// <summary>Those in a block of Terraform: of <c>aws_iam_policy_document</c>, written out with <c>jsonencode</c>, or as a text of JSON.</summary>
    public static IEnumerable<IamStatement> In(HclBlock block, SourceText source)
    {
        string policy = block.Labels.Count == 2 ? HclScope.Address(block) : block.Type;
        return block.Labels is ["aws_iam_policy_document", ..] ? block.Blocks.Where(inner => inner.Type == "statement").Select(statement => OfBlock(statement, source, policy)) : Written(block, source, policy);
    }

    private static IEnumerable<IamStatement> Written(HclBlock block, SourceText source, string policy)
    {
        foreach ((string name, HclValue value) in block.Attributes.Where(one => one.Value.Expression.Contains("Effect", StringComparison.Ordinal)))
        {
            YamlValue root = value.Expression.StartsWith("jsonencode", StringComparison.Ordinal) || value.Expression is ['{' or '[', ..] ? LiteralReader.Read(source, value.Start)
                : Heredoc.Read(source.Text, value.Start) is { } text ? JsonDocuments.Read(source.Range(text.Start, text.End).As("json"), new Extraction())
                : YamlValue.Nothing;
            foreach (IamStatement statement in In(root, block.Type == "locals" ? $"local.{name}" : policy))
            {
                yield return statement;
            }
        }

        foreach (IamStatement statement in block.Blocks.Where(inner => inner.Type != "lifecycle").SelectMany(inner => Written(inner, source, policy)))
        {
            yield return statement;
        }
    }

    private static IamStatement OfBlock(HclBlock block, SourceText source, string policy)
    {
        IReadOnlyList<YamlValue> List(string name) => block[name] is { } value ? Texts(LiteralReader.Read(source, value.Start)) : [];
        IReadOnlyList<YamlValue> actions = List("actions"), others = List("not_actions");
        return new IamStatement(policy, block.Location)
        {
            IsAllow = block.TextOf("effect") is null or "Allow",
            Actions = actions.Count > 0 ? actions : others,
            IsAllButActions = actions.Count == 0 && others.Count > 0,
            Resources = List("resources"),
            Principals = [.. block.Blocks.Where(inner => inner.Type is "principals" or "not_principals").SelectMany(inner => inner["identifiers"] is { } value ? Texts(LiteralReader.Read(source, value.Start)) : [])],
            IsConditional = block.Blocks.Exists(inner => inner.Type == "condition" || (inner.Type == "dynamic" && inner.Labels is ["condition"])),
        };
    }

    private static void Walk(YamlValue value, string policy, List<IamStatement> found, HashSet<YamlValue> seen, int depth)
    {
        if (depth > DeepestNesting || !seen.Add(value))
        {
            return;
        }

        if (value.TextOf("Effect") is { } effect && (value["Action"] != YamlValue.Nothing || value["NotAction"] != YamlValue.Nothing))
        {
            found.Add(OfMap(value, effect, policy));
            return;
        }

        foreach (YamlValue inner in value.Items.Concat(value.Members.Select(member => member.Value)))
        {
            Walk(inner, policy, found, seen, depth + 1);
        }
    }

    private static IamStatement OfMap(YamlValue map, string effect, string policy)
    {
        YamlValue principal = map["Principal"] != YamlValue.Nothing ? map["Principal"] : map["NotPrincipal"];
        return new IamStatement(policy, map.Location)
        {
            IsAllow = effect == "Allow",
            Actions = Texts(map["Action"] != YamlValue.Nothing ? map["Action"] : map["NotAction"]),
            IsAllButActions = map["Action"] == YamlValue.Nothing,
            Resources = effect == "Allow" && map["Resource"] == YamlValue.Nothing && map["NotResource"] is { } others && others != YamlValue.Nothing ? [new(others.Source, others.Start, others.End) { Text = "*" }] : Texts(map["Resource"]),
            Principals = principal.IsMap ? [.. principal.Members.SelectMany(member => Texts(member.Value))] : Texts(principal),
            IsConditional = map["Condition"] != YamlValue.Nothing,
        };
    }

    /// <summary>One text or a list of them; what is neither is computed by a template, and stands as what nobody knows.</summary>
    private static IReadOnlyList<YamlValue> Texts(YamlValue value) => value.Text is not null ? [value]
        : value.Items.Count > 0 ? [.. value.Items.Select(item => item.Text is null && item != YamlValue.Nothing ? Unknown(item) : item).Where(item => item.Text is not null)]
        : value == YamlValue.Nothing || value.IsMap && value.Members.Count == 0 ? [] : value.IsMap ? [Unknown(value)] : [];

    private static YamlValue Unknown(YamlValue value) => new(value.Source, value.Start, value.End) { Text = "${?}" };
}
