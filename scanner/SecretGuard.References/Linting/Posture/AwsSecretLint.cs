using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Secrets of AWS that cannot be brought back or are under another key than the others, and keys of theirs that are never rotated; in Terraform and CloudFormation.</summary>
internal sealed class AwsSecretLint : ILint, IRepositoryLint
{
    private const string Secret = "AWS::SecretsManager::Secret", Key = "AWS::KMS::Key", Symmetric = "SYMMETRIC_DEFAULT";
    private const string Variable = "var.";
    private const string Others = "it is under the key of the account, which cannot be limited, shared or switched off, while others here are under";
    private const string Unrotated = "secrets here are under it, and what it encrypts stays under the same material for good";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.SecretUnrecoverable, PostureRules.KeyDefault, PostureRules.KeyUnrotated];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.IsDocumentation || !text.Source.Text.Contains(Secret, StringComparison.Ordinal))
        {
            return;
        }

        foreach (YamlValue root in text.Roots)
        {
            (YamlValue Id, YamlValue Properties)[] secrets = [.. Resources(root, Secret)];
            string[] keys = [.. secrets.Select(secret => NameOf(secret.Properties["KmsKeyId"])).OfType<string>()];
            foreach ((YamlValue id, YamlValue properties) in keys.Length == 0 ? [] : secrets.Where(secret => secret.Properties["KmsKeyId"] is { Text: null, IsMap: false }))
            {
                found.Add(PostureRules.KeyDefault, id.Location, id.Text!, $"{Others} '{keys[0]}'");
            }

            foreach ((YamlValue id, YamlValue properties) in Resources(root, Key).Where(key => keys.Contains(key.Id.Text, StringComparer.Ordinal) && key.Properties["EnableKeyRotation"] is { IsMap: false, Text: null or "false" } && (key.Properties.TextOf("KeySpec") ?? Symmetric) == Symmetric))
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
            HclBlock[] secrets = [.. configuration.Resources("aws_secretsmanager_secret").Select(block => block.Block)];
            foreach (HclBlock secret in secrets.Where(secret => secret["recovery_window_in_days"]?.Expression == "0"))
            {
                found.Add(PostureRules.SecretUnrecoverable, secret.Location, HclScope.Address(secret), "a recovery window of 0 days deletes its versions at once when the resource goes: a wrong apply loses them for good");
            }

            TellDefaults(secrets, found);
            string[] keys = [.. KeysOf(configuration).Concat(KeysGiven(configuration, asked)).Select(TerraformConfiguration.AddressIn).OfType<string>()];
            foreach (TerraformBlock block in configuration.Resources("aws_kms_key").Where(block => keys.Contains(HclScope.Address(block.Block), StringComparer.Ordinal) && BlockValues.IsOn(block.Block, byDefault: false, "enable_key_rotation") == false && IsSymmetric(block.Block)))
            {
                found.Add(PostureRules.KeyUnrotated, block.Block.Location, HclScope.Address(block.Block), Unrotated, besides: BlockEdit.Set(block.Source, block.Block, "enable_key_rotation", "true"));
            }
        }
    }

    /// <summary>The keys that secrets of a folder are under, as it says them.</summary>
    private static IEnumerable<string> KeysOf(TerraformConfiguration configuration) =>
        configuration.Resources("aws_secretsmanager_secret", "aws_ssm_parameter").Select(block => block.Block["kms_key_id"] ?? block.Block["key_id"]).OfType<HclValue>().Select(key => key.Expression);

    /// <summary>The keys that a folder gives to modules whose secrets are under them.</summary>
    private static IEnumerable<string> KeysGiven(TerraformConfiguration configuration, ILookup<string, string> asked) =>
        ModuleInput.In([.. configuration.Blocks.Select(block => (configuration.Folder, block.Block))], []).SelectMany(call => asked[call.Folder].Distinct(StringComparer.Ordinal).Select(name => call.Given[name])).OfType<HclValue>().Select(key => key.Expression);

    private static void TellDefaults(HclBlock[] secrets, LintFindings found)
    {
        HclValue? key = secrets.Select(secret => secret["kms_key_id"]).FirstOrDefault(key => key is not null && TerraformConfiguration.AddressIn(key.Expression) is not null);
        foreach (HclBlock secret in secrets.Where(_ => key is not null))
        {
            if (secret["kms_key_id"] is null or { Expression: "null" })
            {
                found.Add(PostureRules.KeyDefault, secret.Location, HclScope.Address(secret), $"{Others} {TerraformConfiguration.AddressIn(key!.Expression)}");
            }
            else if (BlockValues.Within(secret, "replica")?.FirstOrDefault(replica => replica["kms_key_id"] is null) is { } copy)
            {
                found.Add(PostureRules.KeyDefault, copy.Location, HclScope.Address(secret), "the copy in another region is under the key of the account there, while the secret is under a key of its own");
            }
        }
    }

    /// <summary>Others cannot be rotated by AWS.</summary>
    private static bool IsSymmetric(HclBlock key) => (key["customer_master_key_spec"] ?? key["key_spec"]) is not { } spec || spec.Text == Symmetric;

    private static string? NameOf(YamlValue key) => key.Text?.Contains("alias/aws/", StringComparison.Ordinal) == true ? null
        : key.Text?.Split('.')[0] ?? key["Ref"].Text ?? key["Fn::GetAtt"].Text?.Split('.')[0] ?? (key["Fn::GetAtt"].Items is [var first, ..] ? first.Text : null);

    private static IEnumerable<(YamlValue Id, YamlValue Properties)> Resources(YamlValue root, string type) =>
        root["Resources"].Members.Where(member => member.Key.Text is not null && member.Value.TextOf("Type") == type).Select(member => (member.Key, member.Value["Properties"]));
}
