using SecretGuard.References.Linting.Access;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Secrets of AWS that cannot be brought back, and keys of theirs that are never rotated; in Terraform and CloudFormation.</summary>
internal sealed class AwsSecretLint : ILint, IRepositoryLint
{
    private const string Symmetric = "SYMMETRIC_DEFAULT", Variable = "var.";
    private const string Unrotated = "secrets here are under it, and what it encrypts stays under the same material for good";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.SecretUnrecoverable, PostureRules.KeyUnrotated];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        foreach (YamlValue root in text.IsDocumentation ? [] : text.Roots)
        {
            string[] keys = [.. CloudFormationKey.Secrets(root).Select(secret => CloudFormationKey.NameOf(secret.Properties["KmsKeyId"])).OfType<string>()];
            foreach ((YamlValue id, YamlValue _) in CloudFormationKey.Keys(root).Where(key => keys.Contains(key.Id.Text, StringComparer.Ordinal) && key.Properties["EnableKeyRotation"] is { IsMap: false, Text: null or "false" } && (key.Properties.TextOf("KeySpec") ?? Symmetric) == Symmetric))
            {
                found.Add(PostureRules.KeyUnrotated, id.Location, id.Text!, Unrotated);
            }
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        ILookup<string, string> asked = repository.Configurations.SelectMany(configuration => KeysOf(configuration).Where(key => key.StartsWith(Variable, StringComparison.Ordinal)).Select(key => (configuration.Folder, Name: key[Variable.Length..])))
            .ToLookup(key => key.Folder, key => key.Name, StringComparer.Ordinal);
        foreach (TerraformConfiguration configuration in repository.Configurations.Where(configuration => !configuration.IsDocumentation))
        {
            foreach (HclBlock secret in configuration.Resources("aws_secretsmanager_secret").Select(block => block.Block).Where(secret => secret["recovery_window_in_days"]?.Expression == "0"))
            {
                found.Add(PostureRules.SecretUnrecoverable, secret.Location, HclScope.Address(secret), "a recovery window of 0 days deletes its versions at once when the resource goes: a wrong apply loses them for good");
            }

            string[] keys = [.. KeysOf(configuration).Concat(KeysGiven(configuration, asked)).Select(TerraformConfiguration.AddressIn).OfType<string>()];
            foreach (TerraformBlock block in configuration.Resources("aws_kms_key").Where(block => keys.Contains(HclScope.Address(block.Block), StringComparer.Ordinal) && BlockValues.IsOn(block.Block, byDefault: false, "enable_key_rotation") == false && IsSymmetric(block.Block)))
            {
                found.Add(PostureRules.KeyUnrotated, block.Block.Location, HclScope.Address(block.Block), Unrotated, besides: BlockEdit.Set(block.Source, block.Block, "enable_key_rotation", "true"));
            }
        }
    }

    /// <summary>The keys that secrets of a folder are under, as it says them.</summary>
    private static IEnumerable<string> KeysOf(TerraformConfiguration configuration) =>
        configuration.Resources("aws_secretsmanager_secret", "aws_ssm_parameter").Select(block => CustomerKey.Said(block.Block)).OfType<HclValue>().Select(key => key.Expression);

    /// <summary>The keys that a folder gives to modules whose secrets are under them.</summary>
    private static IEnumerable<string> KeysGiven(TerraformConfiguration configuration, ILookup<string, string> asked) =>
        ModuleInput.In([.. configuration.Blocks.Select(block => (configuration.Folder, block.Block))], []).SelectMany(call => asked[call.Folder].Distinct(StringComparer.Ordinal).Select(name => call.Given[name])).OfType<HclValue>().Select(key => key.Expression);

    /// <summary>Others cannot be rotated by AWS.</summary>
    private static bool IsSymmetric(HclBlock key) => (key["customer_master_key_spec"] ?? key["key_spec"]) is not { } spec || spec.Text == Symmetric;
}
