using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Secrets that Terraform keeps in its state. Where the state is a file on the local disk that is worse than in a backend; of a module nobody here knows.</summary>
internal sealed class StateLint : IRepositoryLint
{
    private const string Terragrunt = "terragrunt.hcl";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.StateLocal, PostureRules.StateSecret];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        HashSet<string>? modules = null;
        foreach (TerraformConfiguration configuration in repository.Configurations)
        {
            var told = new List<HclValue>();
            string? state = null;
            bool isLocal = false;
            foreach (KeptValue kept in KeptValue.In(configuration))
            {
                if (kept.Origin(configuration) is { } origin && !IsFirstOnly(kept))
                {
                    (state, isLocal) = state is null ? StateOf(configuration, modules ??= Modules(repository), repository) : (state, isLocal);
                    told.Add(kept.Value);
                    found.Add(isLocal ? PostureRules.StateLocal : PostureRules.StateSecret, kept.Block.Block.Location, HclScope.Address(kept.Block.Block),
                        $"'{kept.Attribute}' {(IsReadBack(kept) && BlockValues.IsIgnored(kept.Block.Block, kept.Attribute) ? "is read back from the store, whoever changes it there," : $"comes from {origin}")} and is kept in {state}, readable to everybody who may read that{(kept.WriteOnly is null ? "" : $"; '{kept.WriteOnly}' is kept nowhere")}");
                }
            }

            foreach (TerraformBlock random in configuration.Resources("random_password").Where(random => !told.Exists(value => BlockValues.Mentions(value, HclScope.Address(random.Block)))))
            {
                (state, isLocal) = state is null ? StateOf(configuration, modules ??= Modules(repository), repository) : (state, isLocal);
                found.Add(isLocal ? PostureRules.StateLocal : PostureRules.StateSecret, random.Block.Location, HclScope.Address(random.Block),
                    $"the password is kept in {state}, readable to everybody who may read that; the ephemeral resource of this name is kept nowhere");
            }
        }
    }

    /// <summary>A version of AWS is read back as it was written, a password of a database not at all: what stands here is only to begin with.</summary>
    private static bool IsFirstOnly(KeptValue kept) => !IsReadBack(kept) && kept.Value.Template is { IsOpen: false } && BlockValues.IsIgnored(kept.Block.Block, kept.Attribute);

    /// <summary>Whether the provider reads what is in the store now; a database hands no password out.</summary>
    private static bool IsReadBack(KeptValue kept) => kept.Block.Block.Labels[0] != "aws_secretsmanager_secret_version" && !kept.Attribute.Contains("password", StringComparison.Ordinal);

    /// <summary>The state, for people, and whether it is a file on the local disk.</summary>
    private static (string State, bool IsLocal) StateOf(TerraformConfiguration configuration, HashSet<string> modules, LintRepository repository)
    {
        HclBlock[] settings = [.. configuration.Blocks.Where(block => block.Block.Type == "terraform").SelectMany(block => block.Block.Blocks)];
        string? backend = settings.FirstOrDefault(block => block is { Type: "backend", Labels.Count: 1 })?.Labels[0];
        bool isRoot = configuration.Blocks.Any(block => block.Block is { Type: "provider" });
        return backend == "local" ? ("the state on the local disk", true)
            : backend is not null ? ($"the state in the backend '{backend}'", false)
            : Array.Exists(settings, block => block.Type == "cloud") ? ("the state in the cloud of Terraform", false)
            : isRoot && !configuration.IsDocumentation && !modules.Contains(configuration.Folder) && !repository.Paths.Any(path => path == Terragrunt || path.EndsWith("/" + Terragrunt, StringComparison.Ordinal))
                ? ("the state on the local disk (no backend is named here)", true)
            : ("the state", false);
    }

    /// <summary>The folders that are modules of others.</summary>
    private static HashSet<string> Modules(LintRepository repository) => repository.Configurations
        .SelectMany(configuration => configuration.Blocks.Where(block => block.Block is { Type: "module" }).Select(block => block.Block.TextOf("source")).OfType<string>()
            .Where(source => source.StartsWith('.')).Select(source => RepositoryPath.Join(configuration.Folder, source)))
        .OfType<string>().ToHashSet(StringComparer.Ordinal);
}
