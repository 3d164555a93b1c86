using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Markdown;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Access;

/// <summary>Who may do what with which secrets, as all files of a repository say it together.</summary>
public sealed class AccessModel
{
    private readonly Dictionary<string, TerraformConfiguration> _configurations;
    private readonly PrincipalNames _principals;
    private readonly Dictionary<Grant, string[]> _globs = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<Dictionary<string, GrantIndex>> _byBeginning;
    private readonly Lazy<Dictionary<Grant, int>> _order;
    private readonly Dictionary<Grant, string> _mounts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SecretReference, (string[] Names, string[] Mounts)> _names = new(ReferenceEqualityComparer.Instance); // each is held against many grants

    private AccessModel(LintRepository repository)
    {
        _configurations = repository.Configurations.ToDictionary(configuration => configuration.Folder, StringComparer.Ordinal);
        TerraformBlock[] blocks = [.. repository.Configurations.SelectMany(configuration => configuration.Blocks)];
        Statements = [.. repository.Kept<IamStatement>(), .. blocks.SelectMany(block => IamStatement.In(block.Block, block.Source))];
        Roles = [.. repository.Kept<VaultRole>(), .. blocks.Select(block => VaultRole.Of(block.Block, block.Source)).OfType<VaultRole>()];
        PolicyNames = [.. repository.Kept<VaultPolicyName>()];
        _principals = new PrincipalNames(repository, this);
        IEnumerable<Grant> stated = repository.Kept<Grant>().Concat(blocks.SelectMany(block => VaultPolicies.Of(block.Block, block.Source).Concat(AzureGrants.Of(block.Block, block.Source).Select(Addressed))))
            .Concat(Statements.SelectMany(IamGrants.Of));
        Grants = [.. stated.SelectMany(_principals.Of).Concat(ClusterGrants.Of(repository.Manifests)).Distinct()
            .OrderBy(grant => grant.Location.Path, StringComparer.Ordinal).ThenBy(grant => grant.Location.StartLine).ThenBy(grant => grant.Location.StartColumn).ThenBy(grant => grant.Store, StringComparer.Ordinal).ThenBy(grant => grant.Principal, StringComparer.Ordinal)];
        _byBeginning = new(() => Grants.GroupBy(grant => grant.Store, StringComparer.Ordinal).ToDictionary(store => store.Key, store => new GrantIndex(store.SelectMany(grant => GlobsOf(grant).Select(glob => (glob, grant)))), StringComparer.Ordinal));
        _order = new(() =>
        {
            var order = new Dictionary<Grant, int>(ReferenceEqualityComparer.Instance);
            foreach (Grant grant in Grants)
            {
                order.TryAdd(grant, order.Count);
            }

            return order;
        });
    }

    /// <summary>What is granted, by place; a policy that several have, once for each.</summary>
    public IReadOnlyList<Grant> Grants { get; }

    /// <summary>The statements of IAM.</summary>
    internal IReadOnlyList<IamStatement> Statements { get; }

    /// <summary>The roles of Vault's logins.</summary>
    internal IReadOnlyList<VaultRole> Roles { get; }

    /// <summary>Under which names scripts give policies to Vault.</summary>
    internal IReadOnlyList<VaultPolicyName> PolicyNames { get; }

    /// <summary>Reads what a repository grants.</summary>
    public static AccessModel Of(LintRepository repository) => new(repository);

    /// <summary>Whether a grant may be about what a reference names: what is not known of either may be the other's.</summary>
    public bool IsAbout(Grant grant, SecretReference reference) =>
        grant.Store == reference.Store && (grant.Kind is null || grant.Kind == reference.Kind) && IsSamePlace(grant, reference) && Array.Exists(KnownNames(reference).Names, name => Array.Exists(GlobsOf(grant), glob => NameGlob.Meet(glob, name)));

    /// <summary>The grants that may be about what a reference names, in no order.</summary>
    public IEnumerable<Grant> About(SecretReference reference) => Near(reference, KnownNames(reference).Names).Where(grant => IsAbout(grant, reference));

    /// <summary>The grants that may be about what a reference names, or about what Vault keeps of it besides the values; by their places, as <see cref="Grants"/>.</summary>
    internal IEnumerable<Grant> AboutAny(SecretReference reference) =>
        Near(reference, reference.Store == StoreTypes.Vault ? [.. KnownNames(reference).Names, .. VaultNames(reference, "metadata")] : KnownNames(reference).Names)
            .Where(grant => IsAbout(grant, reference) || IsAboutMetadata(grant, reference)).OrderBy(grant => _order.Value[grant]);

    private IEnumerable<Grant> Near(SecretReference reference, string[] names) => !_byBeginning.Value.TryGetValue(reference.Store, out GrantIndex? index) ? []
        : names.SelectMany(index.Near).Distinct(ReferenceEqualityComparer.Instance).Cast<Grant>();

    /// <summary>What tells the store of a reference from others: references of which it is the same are of the same place as the same grants.</summary>
    internal string PlaceOf(SecretReference reference) => $"{reference.Store}\n{reference.Address}\n{string.Join('\n', KnownNames(reference).Mounts)}";

    /// <summary>Whether a part of what a grant is about is computed, and not known from blocks beside it.</summary>
    internal bool IsComputed(Grant grant)
    {
        var pattern = HclString.Read(grant.Pattern);
        return pattern.Computed.Count > 0 && !(pattern.Computed.Count == 1 && pattern.Text[0] == HclString.Hole && NamesIn(TerraformConfiguration.FolderOf(grant.Location.Path), pattern.Computed[0]) is not null);
    }

    /// <summary>Whether a grant of Vault may be about what it keeps of a secret besides the values: versions, dates, and the listing.</summary>
    internal bool IsAboutMetadata(Grant grant, SecretReference reference) => grant.Store == StoreTypes.Vault && reference.Store == StoreTypes.Vault
        && VaultNames(reference, "metadata").Skip(1).Any(name => GlobsOf(grant).Any(glob => NameGlob.Meet(glob, name))); // the first is the name as it is, without the word

    /// <summary>Whether a grant and a reference are of one store: a vault, a mount, a namespace.</summary>
    internal bool IsSamePlace(Grant grant, SecretReference reference) => reference.Store switch
    {
        StoreTypes.AzureKeyVault => grant.Address is not { } vault || reference.Address is not { } address || OpenName.MayBeSame(vault.ToUpperInvariant(), VaultOf(address).ToUpperInvariant()),
        StoreTypes.Kubernetes => grant.Address is null || reference.Address is null || OpenName.MayBeSame(grant.Address, reference.Address),
        StoreTypes.Vault => MountOf(grant) is var mount && Array.Exists(KnownNames(reference).Mounts, name => NameGlob.Meet(mount, name)),
        _ => true,
    };

    /// <summary>The policies of Vault that a name means, as <see cref="Grant.Policy"/> has them.</summary>
    internal IEnumerable<string> VaultNamesOf(Grant grant) => _principals.VaultNamesOf(grant);

    /// <summary>Whether a grant stands in a document for people.</summary>
    internal static bool IsDocumentation(Location location) => MarkdownExtractor.IsDocument(location.Path);

    /// <summary>The secrets that expressions of Terraform mean, by their names; null where one of them is not known.</summary>
    /// <param name="folder">The folder of the configuration.</param>
    /// <param name="expression">An expression that names blocks: <c>aws_secretsmanager_secret.db.arn</c>.</param>
    internal IReadOnlyList<string>? NamesIn(string folder, string expression)
    {
        if (!_configurations.TryGetValue(folder, out TerraformConfiguration? configuration) || BlocksIn(configuration, expression) is not { Count: > 0 } blocks)
        {
            return null;
        }

        string[][] names = [.. blocks.Select(block => configuration.Known(block.Block, "name").ToArray())];
        return Array.Exists(names, one => one.Length == 0 || Array.Exists(one, name => name == "*")) ? null : [.. names.SelectMany(one => one)];
    }

    /// <summary>The secrets whose blocks an expression names.</summary>
    internal static IReadOnlyList<TerraformBlock> BlocksIn(TerraformConfiguration configuration, string expression) =>
        [.. configuration.Blocks.Where(block => block.Block is { Type: "resource" or "data", Labels: ["aws_secretsmanager_secret" or "aws_ssm_parameter" or "azurerm_key_vault_secret", _] } && Mentions(expression, HclScope.Address(block.Block)))];

    private static bool Mentions(string expression, string address)
    {
        for (int at = expression.IndexOf(address, StringComparison.Ordinal); at >= 0; at = expression.IndexOf(address, at + 1, StringComparison.Ordinal))
        {
            int end = at + address.Length;
            bool begins = at == 0 || !(char.IsAsciiLetterOrDigit(expression[at - 1]) || expression[at - 1] is '_' or '-' or '.'), ends = end == expression.Length || !(char.IsAsciiLetterOrDigit(expression[end]) || expression[end] is '_' or '-');
            if (begins && ends)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A vault that only Terraform's address names, by its name where that is known.</summary>
    private Grant Addressed(Grant grant)
    {
        if (grant.Address is not { } address || !address.Contains("azurerm_key_vault.", StringComparison.Ordinal))
        {
            return grant;
        }

        TerraformConfiguration? configuration = _configurations.GetValueOrDefault(TerraformConfiguration.FolderOf(grant.Location.Path));
        string[] names = [.. configuration?.Blocks.Where(block => block.Block.Labels.Count == 2 && HclScope.Address(block.Block) == address).SelectMany(block => configuration.Known(block.Block, "name")) ?? []];
        return grant with { Address = names is [var name] ? name : null };
    }

    private (string[] Names, string[] Mounts) KnownNames(SecretReference reference)
    {
        if (!_names.TryGetValue(reference, out (string[] Names, string[] Mounts) names))
        {
            names.Names = [.. NamesOf(reference)];
            names.Mounts = reference.Store == StoreTypes.Vault ? [.. names.Names.Select(name => NameGlob.OfName(VaultPaths.MountOf(name))).Distinct(StringComparer.Ordinal)] : [];
            _names[reference] = names;
        }

        return names;
    }

    private string MountOf(Grant grant)
    {
        if (!_mounts.TryGetValue(grant, out string? mount))
        {
            _mounts[grant] = mount = NameGlob.OfVault(HclString.Read(VaultPaths.MountOf(grant.Pattern)));
        }

        return mount;
    }

    private string[] GlobsOf(Grant grant)
    {
        if (!_globs.TryGetValue(grant, out string[]? globs))
        {
            _globs[grant] = globs = [.. Patterns(grant)];
        }

        return globs;
    }

    private IEnumerable<string> Patterns(Grant grant)
    {
        var pattern = HclString.Read(grant.Pattern);
        if (grant.Store == StoreTypes.Vault)
        {
            return [NameGlob.OfVault(pattern)];
        }

        // The ARN or the id of one secret, and what a policy puts behind it.
        if (pattern.Computed.Count == 1 && pattern.Text[0] == HclString.Hole && NamesIn(TerraformConfiguration.FolderOf(grant.Location.Path), pattern.Computed[0]) is { } names)
        {
            return names.Select(name => grant.Store == StoreTypes.AwsSecretsManager ? NameGlob.WithSuffix(name) : NameGlob.OfName(Folded(grant.Store, name)));
        }

        return [NameGlob.OfIam(pattern with { Text = Folded(grant.Store, pattern.Text) })];
    }

    /// <summary>The names that a reference has in the policies of its store.</summary>
    private static IEnumerable<string> NamesOf(SecretReference reference)
    {
        string name = reference.Name;
        switch (reference.Store)
        {
            case StoreTypes.AwsSecretsManager:
                HclString? arn = name.StartsWith("arn:", StringComparison.Ordinal) ? IamResource.Read(name)?.Name : null;
                return arn is null ? [NameGlob.WithSuffix(name)] : [NameGlob.OfName(arn.Text), NameGlob.WithSuffix(arn.Text)];
            case StoreTypes.AwsSsm:
                name = name.StartsWith("arn:", StringComparison.Ordinal) ? IamResource.Read(name)?.Name.Text ?? name : name;
                return [NameGlob.OfName(Folded(StoreTypes.AwsSsm, name.Split(':')[0]))];
            case StoreTypes.Vault:
                return VaultNames(reference, "data");
            default:
                return [NameGlob.OfName(Folded(reference.Store, name))];
        }
    }

    private static IEnumerable<string> VaultNames(SecretReference reference, string word) =>
        VaultPaths.Of(reference.Address is { } mount && !mount.Contains("://", StringComparison.Ordinal) ? mount : null, reference.Name, word).Select(NameGlob.OfName);

    private static string Folded(string store, string name) => store == StoreTypes.AwsSsm ? name.TrimStart('/') : StoreNames.Folded(store, name);

    private static string VaultOf(string address) => address[(address.IndexOf("//", StringComparison.Ordinal) is var slashes and >= 0 ? slashes + 2 : 0)..].Split('.')[0].TrimEnd('/');
}
