using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Stores that are asked with something that can be copied, or as the machine, where the workload's own identity would serve.</summary>
internal sealed class StoreIdentityLint : ILint, IRepositoryLint
{
    /// <summary>Where a login stands below a provider, and what it is.</summary>
    private static readonly (string Provider, string[] Path, string What)[] Copied =
    [
        ("aws", ["auth", "secretRef"], "an access key of AWS"),
        ("gcpsm", ["auth", "secretRef"], "a key of a service account"),
        ("vault", ["auth", "tokenSecretRef"], "a token of Vault"),
        ("vault", ["auth", "userPass"], "a password"),
        ("vault", ["auth", "ldap"], "a password"),
        ("vault", ["auth", "iam", "secretRef"], "an access key of AWS"),
        ("vault", ["auth", "kubernetes", "secretRef"], "a token of a ServiceAccount that never ends"),
    ];

    /// <summary>What fills a secret with what somebody put somewhere; what issues certificates renews them by itself.</summary>
    private static readonly string[] Keeping = ["Secret/", "SealedSecret/", "ExternalSecret/", "ClusterExternalSecret/", "SecretProviderClass/", "VaultStaticSecret/", "Kustomization/"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.StaticIdentity, ManifestRules.AppRole, ManifestRules.NodeIdentity];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        foreach (Manifest manifest in text.Manifests.Concat(text.Patched))
        {
            if (manifest.IsStore)
            {
                LookAtStore(manifest, text.Patched.Contains(manifest), found);
            }
            else if (manifest.Kind == "SecretProviderClass")
            {
                LookAtClass(manifest, found);
            }
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (Manifest store in repository.Manifests.Where(manifest => manifest.IsStore))
        {
            YamlValue auth = SecretStores.ProviderOf(store).Settings["auth"], key = auth["cert", "secretRef"];
            SecretFiller[] fillers = key.TextOf("name") is { } name ? [.. repository.Secrets.FillersOf(name, key.TextOf("namespace") ?? store.Namespace)] : [];
            if (fillers.Length > 0 && Array.TrueForAll(fillers, IsKept))
            {
                found.Add(ManifestRules.StaticIdentity, auth.KeyOf("cert").Location, $"{store.Consumer} cert",
                    $"it signs in with a key that {fillers[0].Consumer} ({fillers[0].Location.Path}:{fillers[0].Location.StartLine}) keeps: who copies that signs in from anywhere, until its certificate ends");
            }
        }
    }

    /// <summary>Whether a key stays what it is until somebody changes it; a generator makes a new one.</summary>
    private static bool IsKept(SecretFiller filler) => filler.Source?.Via != "generatorRef" && Array.Exists(Keeping, kind => filler.Consumer.StartsWith(kind, StringComparison.Ordinal));

    /// <summary>Whether a login says which key of which secret it is: a patch that changes a part of one is told where the whole stands.</summary>
    private static bool IsWhole(YamlValue login) => YamlWalk.Scalars(login).Any(one => one.Path?.Key == "name") && YamlWalk.Scalars(login).Any(one => one.Path?.Key == "key");

    private static void LookAtStore(Manifest store, bool isPatch, LintFindings found)
    {
        (YamlValue name, YamlValue settings) = SecretStores.ProviderOf(store);
        string provider = name.Text is "openbao" ? "vault" : name.Text ?? "";
        foreach ((string _, string[] path, string what) in Copied.Where(copied => copied.Provider == provider))
        {
            YamlValue owner = path[..^1].Aggregate(settings, (value, key) => value[key]), login = owner[path[^1]];
            if (login.IsMap && !login["sessionTokenSecretRef"].IsMap && (!isPatch || IsWhole(login)))
            {
                found.Add(ManifestRules.StaticIdentity, owner.KeyOf(path[^1]).Location, $"{store.Consumer} {path[^1]}", $"it signs in with {what}: who copies that signs in from anywhere, until somebody changes it");
            }
        }

        if (provider == "vault" && settings["auth", "appRole"] is { IsMap: true } role && (!isPatch || IsWhole(role)))
        {
            found.Add(ManifestRules.AppRole, settings["auth"].KeyOf("appRole").Location, $"{store.Consumer} appRole", "a secret id stands in the cluster and opens the role for whoever copies it; the ServiceAccount's own token ends by itself");
        }

        if (provider == "azurekv")
        {
            LookAtAzure(store, settings, found);
        }
    }

    /// <summary>What a store of Azure signs in with is a service principal where nothing else is said.</summary>
    private static void LookAtAzure(Manifest store, YamlValue settings, LintFindings found)
    {
        YamlValue type = settings["authType"], login = settings["authSecretRef"];
        bool isCopied = login["clientSecret"].IsMap || login["clientCertificate"].IsMap;
        if (type.Text == "ManagedIdentity")
        {
            found.Add(ManifestRules.NodeIdentity, type.Location, $"{store.Consumer} {type.Text}", "it asks the machine for its identity, which every pod there can do; a pod's identity of its own is WorkloadIdentity");
        }
        else if ((type.Text == "ServicePrincipal" || (type.Text is null && isCopied)) && settings.TextOf("environmentType") != "AzureStackCloud")
        {
            found.Add(ManifestRules.StaticIdentity, (type.Text is null ? settings.KeyOf("authSecretRef") : type).Location, $"{store.Consumer} ServicePrincipal", "it signs in with the secret of a service principal: who copies that signs in from anywhere, until somebody changes it");
        }
    }

    private static void LookAtClass(Manifest manifest, LintFindings found)
    {
        YamlValue parameters = manifest.Spec["parameters"], auth = parameters["auth"];
        if (manifest.Spec.TextOf("provider") == "azure" && parameters.Says("useVMManagedIdentity"))
        {
            found.Add(ManifestRules.NodeIdentity, parameters["useVMManagedIdentity"].Location, $"{manifest.Consumer} useVMManagedIdentity", "it asks the vault as the machine: every pod on the node can do that too, whatever its ServiceAccount");
        }
        else if (manifest.Spec.TextOf("provider") == "gcp" && auth.Text == "provider-adc")
        {
            found.Add(ManifestRules.NodeIdentity, auth.Location, $"{manifest.Consumer} {auth.Text}", "it asks as the driver itself: every pod that may mount a class reads what the driver may read");
        }
    }
}
