using SecretGuard.Findings;
using SecretGuard.References.Linting.Access;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Secrets of AWS that are under the key of the account while others beside them are under one of their own; in Terraform, where a module is told the key too, and CloudFormation.</summary>
internal sealed class DefaultKeyLint : ILint, IRepositoryLint
{
    private const string Secret = "aws_secretsmanager_secret", Parameter = "aws_ssm_parameter", Variable = "var.";
    private const string Others = "it is under the key of the account, which cannot be limited, shared or switched off, while others here are under";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.KeyDefault];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        foreach (YamlValue root in text.IsDocumentation ? [] : text.Roots)
        {
            (YamlValue Id, YamlValue Properties)[] secrets = [.. CloudFormationKey.Secrets(root)];
            string? key = secrets.Select(secret => CloudFormationKey.NameOf(secret.Properties["KmsKeyId"])).FirstOrDefault(key => key is not null);
            foreach ((YamlValue id, YamlValue _) in secrets.Where(secret => key is not null && secret.Properties["KmsKeyId"] is { Text: null or "", IsMap: false }))
            {
                found.Add(PostureRules.KeyDefault, id.Location, id.Text!, $"{Others} '{key}'");
            }
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        TerraformConfiguration[] all = [.. repository.Configurations.Where(configuration => !configuration.IsDocumentation)];
        ILookup<string, ModuleInput> calls = ModuleInput.In([.. all.SelectMany(configuration => configuration.Blocks.Select(block => (configuration.Folder, block.Block)))], []).ToLookup(call => call.Folder, StringComparer.Ordinal);
        foreach (TerraformConfiguration configuration in all)
        {
            foreach (string type in (string[])[Secret, Parameter])
            {
                IEnumerable<Kept> called = all.SelectMany(module => calls[module.Folder].Where(call => configuration.Blocks.Any(block => block.Block == call.Given)).SelectMany(call => InModule(module, type, call.Given)));
                Tell([.. configuration.Resources(type).Where(block => CanHaveKey(block.Block)).Select(block => new Kept(HclScope.Address(block.Block), CustomerKey.Said(block.Block)?.Location ?? block.Block.Location, CustomerKey.Said(block.Block))), .. called], found);
            }

            foreach (HclBlock secret in configuration.Resources(Secret).Select(block => block.Block).Where(block => CustomerKey.Said(block) is { } key && AddressOf(key) is not null))
            {
                if (BlockValues.Within(secret, "replica")?.FirstOrDefault(replica => CustomerKey.IsNone(replica["kms_key_id"])) is { } copy)
                {
                    found.Add(PostureRules.KeyDefault, copy.Location, HclScope.Address(secret), "the copy in another region is under the key of the account there, while the secret is under a key of its own");
                }
            }
        }
    }

    private static void Tell(IReadOnlyList<Kept> secrets, LintFindings found)
    {
        string? key = secrets.Select(secret => AddressOf(secret.Key)).FirstOrDefault(address => address is not null);
        foreach (Kept secret in secrets.Where(secret => key is not null && CustomerKey.IsNone(secret.Key)).DistinctBy(secret => secret.Location))
        {
            found.Add(PostureRules.KeyDefault, secret.Location, secret.Address, $"{Others} {key}");
        }
    }

    /// <summary>The secrets of a module whose key is for the call to say.</summary>
    private static IEnumerable<Kept> InModule(TerraformConfiguration module, string type, HclBlock call)
    {
        foreach (string name in module.Resources(type).Where(block => CanHaveKey(block.Block)).Select(block => CustomerKey.Said(block.Block)?.Expression).OfType<string>()
            .Where(key => key.StartsWith(Variable, StringComparison.Ordinal)).Select(key => key[Variable.Length..]))
        {
            HclBlock? declared = module.Blocks.Select(block => block.Block).FirstOrDefault(block => block is { Type: "variable", Labels: [var label] } && label == name);
            if (declared is not null && (call[name] ?? declared["default"]) is { } key)
            {
                yield return new Kept($"module.{call.Labels[0]}", call[name]?.Location ?? call.Location, key);
            }
        }
    }

    /// <summary>Of parameters only those that hold secrets are encrypted.</summary>
    private static bool CanHaveKey(HclBlock block) => block.Labels[0] == Secret || block.TextOf("type") == "SecureString";

    /// <summary>What is called so in the configuration, if that is known to be a key: a resource, or what a module makes.</summary>
    private static string? AddressOf(HclValue? key) => key is null ? null
        : key.Expression.Split('.', '[') is ["module", var module, ..] ? $"module.{module}" : TerraformConfiguration.AddressIn(key.Expression);

    /// <summary>A secret, or the call of a module that makes some.</summary>
    /// <param name="Address">What it is called.</param>
    /// <param name="Location">Where it is told.</param>
    /// <param name="Key">What is said of its key; null for nothing.</param>
    private sealed record Kept(string Address, Location Location, HclValue? Key);
}
