using SecretGuard.Inventories;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Rotations by AWS that are declared for a secret that Terraform makes here and that nothing sets up, and rotations whose failure nobody is told.</summary>
internal sealed class RotationResourceLint : ILint, IRepositoryLint
{
    private const string Rotation = "aws_secretsmanager_secret_rotation", Failed = "RotationFailed";
    private static readonly string[] Elsewhere = ["AWS::SecretsManager::RotationSchedule", "secretsmanager rotate-secret", "rotate_secret("];
    private static readonly string[] Channels = ["aws_sns_topic", "aws_cloudwatch_metric_alarm"];
    private static readonly string[] Watchers = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm", "aws_cloudwatch_event_rule", "aws_cloudwatch_log_metric_filter", "aws_cloudwatch_log_subscription_filter", "aws_lambda_function_event_invoke_config"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.RotationMissing, PostureRules.RotationUnwatched];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (Array.Exists(Elsewhere, sign => text.Source.Text.Contains(sign, StringComparison.Ordinal)))
        {
            found.Keep(text.Source, new RotatedElsewhere());
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (TerraformConfiguration configuration in repository.Configurations.Where(configuration => !configuration.IsDocumentation))
        {
            if (repository.IsWhole && repository.Declaration.Secrets.Count > 0 && !repository.Kept<RotatedElsewhere>().Any())
            {
                TellMissing(repository, configuration, found);
            }

            TellUnwatched(repository, configuration, found);
        }
    }

    private static void TellMissing(LintRepository repository, TerraformConfiguration configuration, LintFindings found)
    {
        foreach (TerraformBlock secret in configuration.Resources("aws_secretsmanager_secret"))
        {
            string address = HclScope.Address(secret.Block);
            foreach (string name in configuration.Known(secret.Block, "name").Where(name => !OpenName.IsOpen(name)))
            {
                DeclaredSecret? declared = repository.Names.Meant(ReferenceOf.Secret(StoreTypes.AwsSecretsManager, name, ""), secret.Source.Path).FirstOrDefault(declared => declared.Rotation is { Every: not null } rotation && IsByStore(rotation));
                if (declared is not null && !repository.Configurations.Any(other => other.Blocks.Any(block => MayRotate(block.Block, address, name, isHere: other == configuration))))
                {
                    found.Add(PostureRules.RotationMissing, secret.Block.Location, name,
                        $"secretguard.yml says that '{declared.Id}' is rotated by {declared.Rotation!.Method ?? declared.Rotation.Automation}, and no '{Rotation}' here is of this secret: nothing ever changes it");
                }
            }
        }
    }

    /// <summary>Whether AWS itself is to do it, as far as Terraform has to set it up.</summary>
    private static bool IsByStore(RotationRule rotation) =>
        rotation.Method?.Contains("lambda", StringComparison.OrdinalIgnoreCase) == true || rotation.Automation is { } file && (file.EndsWith(".tf", StringComparison.Ordinal) || file.EndsWith(".tofu", StringComparison.Ordinal));

    private static bool MayRotate(HclBlock block, string address, string name, bool isHere)
    {
        if (block.Type == "module")
        {
            return block.Attributes.Values.Any(value => BlockValues.Mentions(value, address)) || block.Attributes.Keys.Any(key => key.Contains("rotat", StringComparison.Ordinal));
        }

        if (block is not { Type: "resource", Labels: [Rotation, _] } || block["secret_id"] is not { } id)
        {
            return false;
        }

        string? target = BlockValues.AddressOf(block, "secret_id");
        string[] quoted = id.Expression.Split('"');
        return target is null || !isHere || (target == address && (quoted.Length != 3 || name.EndsWith(quoted[1], StringComparison.Ordinal)));
    }

    private static void TellUnwatched(LintRepository repository, TerraformConfiguration configuration, LintFindings found)
    {
        TerraformBlock? channel = configuration.Resources(Channels).FirstOrDefault();
        foreach (TerraformBlock rotation in channel is null ? [] : configuration.Resources(Rotation).DistinctBy(block => block.Block["rotation_lambda_arn"]?.Expression, StringComparer.Ordinal))
        {
            string? function = rotation.Block["rotation_lambda_arn"] is { } lambda ? TerraformConfiguration.AddressIn(lambda.Expression) : null;
            HclBlock? own = configuration.Resources("aws_lambda_function").FirstOrDefault(block => HclScope.Address(block.Block) == function)?.Block;
            if (own is not null && !own.Blocks.Exists(inner => inner.Type == "dead_letter_config") && !repository.Configurations.Any(other => other.Blocks.Any(block => Watches(block.Block, function!, own.TextOf("function_name")))))
            {
                found.Add(PostureRules.RotationUnwatched, rotation.Block.Location, HclScope.Address(rotation.Block),
                    $"{HclScope.Address(channel!.Block)} is here, and no alarm, rule or destination is of {function}: a rotation that fails is noticed when the secret is refused");
            }
        }
    }

    /// <summary>An alarm, or a module that gets the function; an alarm that names no function is about all.</summary>
    private static bool Watches(HclBlock block, string function, string? name) => block switch
    {
        { Type: "module" } => BlockValues.Of(block).Any(value => BlockValues.Mentions(value, function)),
        { Type: "resource", Labels: ["aws_cloudwatch_metric_alarm", _] } when block["dimensions"] is null && block.Blocks.Count == 0 => block.TextOf("namespace") == "AWS/Lambda",
        { Type: "resource", Labels: [var type, _] } when Watchers.Contains(type, StringComparer.Ordinal) =>
            block["for_each"] is not null || BlockValues.Of(block).Any(value => BlockValues.Mentions(value, function) || value.Expression.Contains(Failed, StringComparison.Ordinal) || (name is not null && value.Expression.Contains(name, StringComparison.Ordinal))),
        _ => false,
    };

    /// <summary>Says that a text sets a rotation up, or does one, by other means.</summary>
    private sealed record RotatedElsewhere;
}
