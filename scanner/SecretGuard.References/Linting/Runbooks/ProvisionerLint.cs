using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Linting.Posture;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>Secrets that Terraform fills into the commands of a provisioner.</summary>
internal sealed class ProvisionerLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [RunbookRules.Argument];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (TerraformConfiguration configuration in repository.Configurations)
        {
            foreach (HclBlock provisioner in configuration.Blocks.Where(block => block.Block.Type == "resource").SelectMany(block => block.Block.Blocks).Where(block => block is { Type: "provisioner", Labels: ["local-exec" or "remote-exec"] }))
            {
                bool isLocal = provisioner.Labels[0] == "local-exec";
                if (provisioner[isLocal ? "command" : "inline"] is { } command && KnownSecret.In(command.Expression, configuration, byName: true) is { } secret)
                {
                    found.Add(RunbookRules.Argument, command.Location, $"{provisioner.Labels[0]} {secret}", isLocal
                        ? "every process of the machine can read it while the command runs; 'environment' hands it to the command"
                        : "the script with the value in it is copied to the machine, and its processes can read it; let the machine fetch it from the store with its own identity");
                }
            }
        }
    }
}
