using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Secrets that Terraform keeps in its state. Where the state is a file on the local disk that is worse than in a backend; of a module nobody here knows.</summary>
internal sealed class StateLint : IRepositoryLint
{
    private const string Terragrunt = "terragrunt.hcl", Hole = "{state}";
    private const int MostNamed = 5;

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.StateLocal, PostureRules.StateSecret];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        HashSet<string>? modules = null;
        foreach (TerraformConfiguration configuration in repository.Configurations)
        {
            var told = new List<HclValue>();
            var kept = new List<(HclBlock Block, string What)>();
            foreach (KeptValue value in KeptValue.In(configuration))
            {
                if (value.Origin(configuration) is { } origin && !IsFirstOnly(value))
                {
                    told.Add(value.Value);
                    kept.Add((value.Block.Block, $"'{value.Attribute}' {(IsReadBack(value) && BlockValues.IsIgnored(value.Block.Block, value.Attribute) ? "is read back from the store, whoever changes it there," : $"comes from {origin}")} and is kept in {Hole}, readable to everybody who may read that{(value.WriteOnly is null ? "" : $"; '{value.WriteOnly}' is kept nowhere")}{(value.IsFile ? "; and in a file of the machine that applies" : "")}{(value.IsPlain ? "; nor does the store encrypt it: its type is not 'SecureString'" : "")}"));
                }
            }

            foreach (TerraformBlock random in configuration.Resources("random_password").Where(random => !told.Exists(value => BlockValues.Mentions(value, HclScope.Address(random.Block)))))
            {
                kept.Add((random.Block, $"the password is kept in {Hole}, readable to everybody who may read that; the ephemeral resource of this name is kept nowhere"));
            }

            if (kept.Count > 0)
            {
                Tell(kept, StateOf(configuration, modules ??= Modules(repository), repository), found);
            }
        }
    }

    /// <summary>In a state that others keep, once a file: who may read it reads all of them.</summary>
    private static void Tell(List<(HclBlock Block, string What)> kept, (string State, bool IsLocal) state, LintFindings found)
    {
        foreach (IGrouping<string, (HclBlock Block, string What)> file in kept.GroupBy(one => one.Block.Location.Path, StringComparer.Ordinal))
        {
            (HclBlock Block, string What)[] all = [.. file.OrderBy(one => one.Block.Location.StartLine)];
            foreach ((HclBlock block, string what) in state.IsLocal ? all : all[..1])
            {
                string reason = what.Replace(Hole, state.State, StringComparison.Ordinal);
                found.Add(state.IsLocal ? PostureRules.StateLocal : PostureRules.StateSecret, block.Location, HclScope.Address(block), state.IsLocal || all.Length == 1 ? reason : $"{reason}; so {(all.Length == 2 ? "is" : $"are {all.Length - 1} more of this file:")} {Others(all[1..])}");
            }
        }
    }

    private static string Others((HclBlock Block, string What)[] others) =>
        string.Join(", ", others.Take(MostNamed).Select(other => $"{HclScope.Address(other.Block)} (line {other.Block.Location.StartLine})")) + (others.Length > MostNamed ? " …" : "");

    /// <summary>A version of AWS is read back as it was written, a password of a database not at all: what stands here is only to begin with.</summary>
    private static bool IsFirstOnly(KeptValue kept) => !IsReadBack(kept) && kept.Value.Template is { IsOpen: false } && BlockValues.IsIgnored(kept.Block.Block, kept.Attribute);

    /// <summary>Whether the provider reads what is in the store now; a database hands no password out.</summary>
    private static bool IsReadBack(KeptValue kept) => kept.Block.Block.Labels[0] != "aws_secretsmanager_secret_version" && kept.Attribute is not ("auth_token" or "plaintext_value") && !kept.Attribute.Contains("password", StringComparison.Ordinal);

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
