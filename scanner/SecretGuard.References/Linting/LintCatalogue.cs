using SecretGuard.References.Kubernetes;
using SecretGuard.References.Linting.Access;
using SecretGuard.References.Linting.House;
using SecretGuard.References.Linting.Manifests;
using SecretGuard.References.Linting.Pipelines;
using SecretGuard.References.Linting.Posture;
using SecretGuard.References.Linting.Runbooks;
using SecretGuard.References.Linting.Templates;
using SecretGuard.References.Sources;
using SecretGuard.Triage;

namespace SecretGuard.References.Linting;

/// <summary>Every lint. A new one has its line here, and its rules theirs in <c>LintRules</c>.</summary>
public static class LintCatalogue
{
    /// <summary>The kinds of objects that are kept for lints that look at all files. Definitions of kinds are large and say nothing here.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "ExternalSecret", "ClusterExternalSecret", "PushSecret", "SecretStore", "ClusterSecretStore", "SecretProviderClass", "VaultStaticSecret", "VaultAuth",
        "Secret", "SealedSecret", "ServiceAccount", "Namespace",
        "Pod", "Deployment", "StatefulSet", "DaemonSet", "Rollout", "ReplicaSet", "Job", "CronJob", "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding",
    };

    /// <summary>Those that look at one text.</summary>
    internal static IReadOnlyList<ILint> Texts { get; } =
    [
        new DeprecatedVersionLint(),
        new DuplicateKeyLint(),
        new ImageVariableLint(),
        new ImageCopyLint(),
        new ImageLayerLint(),
        new BuildArgumentLint(),
        new ComposeLiteralLint(),
        new InterpolatedSecretLint(),
        new GroovySecretLint(),
        new UnmaskedVariableLint(),
        new WholeSecretsLint(),
        new UntrustedCheckoutLint(),
        new LongLivedKeyLint(),
        new DetectSecretsHookLint(),
        new UnignoredFileLint(),
        new PrintedSecretLint(),
        new SecretArgumentLint(),
        new RootTokenLint(),
        new ReviewerTokenLint(),
        new AdministratorLint(),
        new TracedScriptLint(),
        new NamedLinesLint(),
        new KustomizationLint(),
        new StoreTransportLint(),
        new PolicyLint(),
        new StoreIdentityLint(),
        new ProviderObjectLint(),
        new SecretLiteralLint(),
        new RestartLint(),
        new SecretPlaceLint(),
        new AccountNameLint(),
        new SettingLiteralLint(),
        new UnknownVariableLint(),
        new DefaultLiteralLint(),
        new EmptyOverwrittenLint(),
        new RequiredEmptyLint(),
        new PlainSecretLint(),
        new WorkloadSettingLint(),
        new GivenParameterLint(),
        new BicepLint(),
        new TemplateLint(),
        new BicepVaultLint(),
        new AwsSecretLint(),
        new DefaultKeyLint(),
        new RotationResourceLint(),
        new AuditLint(),
    ];

    /// <summary>Those that look at all texts together.</summary>
    internal static IReadOnlyList<IRepositoryLint> Repositories { get; } =
    [
        new StoreNameLint(),
        new ImageContextLint(),
        new UntrustedCheckoutLint(),
        new UnignoredFileLint(),
        new UnsealKeyLint(),
        new BroadGrantLint(),
        new AzureRoleLint(),
        new AdministratorLint(),
        new ArnLint(),
        new DecryptLint(),
        new PolicyPathLint(),
        new VaultWriteLint(),
        new VaultRoleLint(),
        new SubjectLint(),
        new GrantCoverageLint(),
        new StateLint(),
        new IgnoredChangeLint(),
        new MarkLint(),
        new VaultLint(),
        new BicepVaultLint(),
        new AwsSecretLint(),
        new DefaultKeyLint(),
        new RotationResourceLint(),
        new RotationTermLint(),
        new AuditLint(),
        new StoreReachLint(),
        new StoreIdentityLint(),
        new StoreEnvironmentLint(),
        new PropertyLint(),
        new SecretTypeLint(),
        new DeletionLint(),
        new TargetLint(),
        new RefreshLint(),
        new VaultPathLint(),
        new PodIdentityLint(),
        new PushLint(),
        new ProviderClassLint(),
        new RestartLint(),
        new SecretPlaceLint(),
        new AccountNameLint(),
        new OptionalLint(),
        new CoverageLint(),
        new OwnerLint(),
        new AuthorityLint(),
        new ConsumerLint(),
        new CategoryLint(),
        new EvidenceLint(),
        new RotationLint(),
        new ListLint(),
        new ReviewLint(),
        new NamedLinesLint(),
        new SettingLiteralLint(),
        new UnknownVariableLint(),
        new EmptyOverwrittenLint(),
        new RequiredEmptyLint(),
        new WorkloadSettingLint(),
        new ProvisionerLint(),
    ];

    /// <summary>Everything that is wrong: what was found file by file, and what the files say together. In the order of the lints.</summary>
    public static IReadOnlyList<Complaint> Judge(LintRepository repository, LintFindings found)
    {
        var joined = new LintFindings();
        foreach (IRepositoryLint lint in Repositories)
        {
            lint.Look(repository, joined);
        }

        return [.. found.Complaints, .. joined.Complaints];
    }

    /// <summary>Has all lints look at a text.</summary>
    internal static void Look(SourceText source, LintFindings found)
    {
        var text = new LintText(source);
        foreach (ILint lint in Texts)
        {
            lint.Look(text, found);
        }

        AccessFacts.Keep(text, found);
        foreach (Manifest manifest in text.Manifests)
        {
            if (Kept.Contains(manifest.Kind))
            {
                found.Keep(source, manifest);
            }
        }

        foreach (PatchPart patched in text.Patched.Select(PatchPart.Of).Where(patched => Kept.Contains(patched.Manifest.Kind)))
        {
            found.Keep(source, patched);
        }
    }
}
