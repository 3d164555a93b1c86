using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Literals;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Terraform;

/// <summary>
/// A variable that a container of AWS gets from a secret or a parameter that a block of the same folder is about: <c>{ name = "DB", valueFrom = "${aws_secretsmanager_secret.db.arn}:password::" }</c>
/// of ECS, in whatever it is written out (<c>jsonencode</c>, a local, the argument of a module), and <c>runtime_environment_secrets</c> of App Runner.
/// </summary>
/// <param name="Variable">The variable.</param>
/// <param name="Resource">How the block is called: <c>data.aws_ssm_parameter.key</c>.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record TaskSecret(string Variable, string Resource, Location Place)
{
    /// <summary>What names it.</summary>
    public const string Via = "valueFrom";

    private const string OfService = "runtime_environment_secrets";

    /// <summary>An ARN as an attribute of a block has it, that of a secret followed by <c>:key:stage:version</c> or not.</summary>
    private static readonly Regex Arn = new(
        """^\$\{\s*(?<resource>(?:data\.)?aws_(?:secretsmanager_secret(?:_version)?|ssm_parameter)\.[\w-]+)(?:\[[^\[\]]*\])?\.(?:arn|id|name|secret_id|secret_arn)\s*\}(?::(?<field>[^:]*)(?::(?<stage>[^:]*)(?::(?<version>[^:]*))?)?)?$""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>The key of the secret's JSON; null for all of it.</summary>
    public string? Field { get; private init; }

    /// <summary>A version, or a stage of it; null for the newest.</summary>
    public string? Version { get; private init; }

    /// <summary>What is meant where the block says no name that is known.</summary>
    public SecretReference OfUnknown => ReferenceOf.Secret(Resource.Contains("aws_ssm_", StringComparison.Ordinal) ? StoreTypes.AwsSsm : StoreTypes.AwsSecretsManager, "*", Via);

    /// <summary>Those of a block and the blocks within it.</summary>
    public static IEnumerable<TaskSecret> In(HclBlock block) =>
        block.Attributes.Where(one => one.Key == OfService || one.Value.Expression.Contains(Via, StringComparison.Ordinal)).SelectMany(one => In(one.Key, one.Value)).Concat(block.Blocks.SelectMany(In));

    private static IEnumerable<TaskSecret> In(string attribute, HclValue value)
    {
        YamlValue written = LiteralReader.Read(new SourceText(value.Location.Path, value.Expression), 0);
        IEnumerable<TaskSecret?> found = attribute == OfService ? written.Members.Select(member => Of(member.Key.Text, member.Value, value.Location))
            : YamlWalk.Scalars(written).Where(one => one.Path?.Key == Via).Select(one => Of(one.Path!.Owner.TextOf("name"), one.Scalar, value.Location));
        return found.OfType<TaskSecret>();
    }

    private static TaskSecret? Of(string? variable, YamlValue from, Location within) => variable is null || from.Text is null || Arn.Match(from.Text) is not { Success: true } match ? null
        : new TaskSecret(variable, match.Groups["resource"].Value, PlaceIn(within, from.Location)) { Field = Said(match, "field"), Version = Said(match, "version") ?? Said(match, "stage") };

    private static string? Said(Match match, string part) => match.Groups[part].Value is { Length: > 0 } text ? text : null;

    /// <summary>The place in the file of what stands at a place of an expression in it.</summary>
    private static Location PlaceIn(Location expression, Location place)
    {
        int Column(int line, int column) => line == 1 ? expression.StartColumn + column - 1 : column;
        return new Location(expression.Path, expression.StartLine + place.StartLine - 1, Column(place.StartLine, place.StartColumn), expression.StartLine + place.EndLine - 1, Column(place.EndLine, place.EndColumn));
    }
}
