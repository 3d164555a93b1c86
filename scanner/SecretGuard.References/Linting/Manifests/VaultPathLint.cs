using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>
/// Paths of a Vault whose second engine puts <c>data/</c> behind the mount: the External Secrets Operator and Vault's own do that themselves, the CSI provider does not.
/// A mount before the key is cut by the External Secrets Operator, and a <c>data/</c> only behind it.
/// </summary>
internal sealed class VaultPathLint : IRepositoryLint
{
    private const string Data = "data/", FirstEngine = "v1";

    /// <summary>What else the API of the second engine has below a mount.</summary>
    private static readonly string[] Parts = [Data, "metadata/", "subkeys/", "delete/", "undelete/", "destroy/"];

    private static readonly string[] UsualMounts = ["secret/", "kv/"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.VaultPath, ManifestRules.MountRepeated];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        StoreDeclaration[] all = [.. repository.Stores.Concat(repository.Names.Stores.SelectMany(one => Joining.DeclaredStores.OfOperator(one.Store)))
            .Where(store => store is { Store: StoreTypes.Vault, Mount.Length: > 0 } && !OpenName.IsOpen(store.Mount))];
        string[] mounts = [.. all.Select(store => store.Mount!.Trim('/') + "/").Concat(UsualMounts).Distinct(StringComparer.Ordinal)];
        string[] second = [.. all.Where(store => store.EngineVersion != FirstEngine).Select(store => store.Mount!.Trim('/') + "/").Except(all.Where(store => store.EngineVersion == FirstEngine).Select(store => store.Mount!.Trim('/') + "/"), StringComparer.Ordinal)];
        ILookup<string, string> patched = PatchedMounts(repository);
        foreach (Manifest manifest in repository.Manifests)
        {
            switch (manifest.Kind)
            {
                case "ExternalSecret" or "ClusterExternalSecret" or "PushSecret":
                    foreach ((YamlValue key, SecretReference reference) in KeysOf(manifest))
                    {
                        LookAtKey(manifest, key, MountsOf(reference, repository.Names.Named(reference, manifest.Path), patched), mounts, found);
                    }

                    break;
                case "SecretStore" or "ClusterSecretStore" when SecretStores.Of(manifest) is { Store: StoreTypes.Vault, EngineVersion: not FirstEngine, Mount: { } mount } && mount.TrimEnd('/').EndsWith("/data", StringComparison.Ordinal):
                    YamlValue path = SecretStores.ProviderOf(manifest).Settings["path"];
                    found.Add(ManifestRules.VaultPath, path.Place(0, path.Text!.Length), manifest.Consumer, $"'{mount}' is the mount and a part of Vault's API: the operator puts 'data/' behind it once more", path.Text.TrimEnd('/')[..^"/data".Length]);
                    break;
                case "SecretProviderClass" when manifest.Spec.TextOf("provider") == "vault":
                    LookAtClass(manifest, second, found);
                    break;
                case "VaultStaticSecret" when manifest.Spec.TextOf("type") == "kv-v2" && manifest.Spec["path"] is { Text: { } text } at && (text.StartsWith(Data, StringComparison.Ordinal) || text.StartsWith($"{manifest.Spec.TextOf("mount")}/{Data}", StringComparison.Ordinal)):
                    found.Add(ManifestRules.VaultPath, at.Location, $"{manifest.Consumer} {text}", "the operator puts the mount and 'data/' before the path itself");
                    break;
            }
        }
    }

    private static IEnumerable<(YamlValue Key, SecretReference Reference)> KeysOf(Manifest manifest) => manifest.IsExternalSecret
        ? ExternalSecrets.Entries(manifest).Where(entry => entry.Key.Text is not null).Select(entry => (entry.Key, entry.Reference))
        : ExternalSecrets.Pushed(manifest).SelectMany(pushed => ExternalSecrets.StoresOf(manifest).Select(store => (pushed.Remote, ExternalSecrets.Remote(store, pushed.Remote.Text!, null, null, manifest.Kind))));

    /// <summary>The mounts that patches give to stores: by kind and name, <c>*</c> where the patch does not say which.</summary>
    private static ILookup<string, string> PatchedMounts(LintRepository repository) => repository.Manifests.Concat(repository.Patched).Where(manifest => manifest.IsStore && repository.IsPart(manifest))
        .Select(manifest => (manifest.Consumer, Mount: SecretStores.ProviderOf(manifest) is { Name.Text: "vault" or "openbao" } provider ? provider.Settings.TextOf("path") : null))
        .Where(store => store.Mount is not null).ToLookup(store => store.Consumer, store => store.Mount!, StringComparer.Ordinal);

    /// <summary>The mounts that a key may be below; none where one is not known, or what is asked is not the second engine of a Vault.</summary>
    private static string[] MountsOf(SecretReference reference, IReadOnlyList<StoreDeclaration> stores, ILookup<string, string> patched)
    {
        string[] given = [.. patched[reference.Address ?? ""], .. patched["*"]];
        IEnumerable<string?> all = stores.Select(store => store.Mount).Where(mount => mount is not null || given.Length == 0).Concat(given).Select(mount => mount?.Trim('/'));
        return stores.Any(store => store.Store != StoreTypes.Vault || store.EngineVersion == FirstEngine) || all.Any(mount => mount is not { Length: > 0 } || OpenName.IsOpen(mount)) ? [] : [.. all.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static void LookAtKey(Manifest manifest, YamlValue key, string[] own, string[] mounts, LintFindings found)
    {
        if (own.Length == 0)
        {
            return;
        }

        if (own.Length > 1)
        {
            LookAtEach(manifest, key, own, mounts, found);
            return;
        }

        string mount = own[0];
        string text = key.Text!, rest = text.StartsWith(mount + "/", StringComparison.Ordinal) ? text[(mount.Length + 1)..] : text;
        string inner = rest.StartsWith(Data, StringComparison.Ordinal) ? rest[Data.Length..] : rest;
        if (rest.Length < text.Length)
        {
            // Cut twice it would be another secret: then the first mount is there for that.
            if (inner.Length > 0 && !inner.StartsWith(mount + "/", StringComparison.Ordinal) && !inner.StartsWith(Data, StringComparison.Ordinal))
            {
                found.Add(ManifestRules.MountRepeated, key.Place(0, text.Length), $"{manifest.Consumer} {text}", $"the store says the mount '{mount}' already, and the operator takes it away again: '{inner}' is the same", inner);
            }
        }
        else if (inner.Length < text.Length)
        {
            found.Add(ManifestRules.VaultPath, key.Location, $"{manifest.Consumer} {text}", $"the operator puts '{mount}/data/' before it, so this asks for the secret '{inner}' in a folder 'data'");
        }
        else if (Array.Find(mounts, other => text.StartsWith(other + Data, StringComparison.Ordinal)) is { } other)
        {
            found.Add(ManifestRules.VaultPath, key.Location, $"{manifest.Consumer} {text}", $"the store's mount is '{mount}', so this asks for '{mount}/data/{text}': a path of Vault's API to the mount '{other.TrimEnd('/')}' leads nowhere here");
        }
    }

    /// <summary>Of what has another mount in each environment only what is wrong with every one of them.</summary>
    private static void LookAtEach(Manifest manifest, YamlValue key, string[] own, string[] mounts, LintFindings found)
    {
        string text = key.Text!, shown = string.Join(" or ", own.Order(StringComparer.Ordinal).Select(mount => $"'{mount}/data/'"));
        if (Array.Exists(own, mount => text.StartsWith(mount + "/", StringComparison.Ordinal)))
        {
            return;
        }

        if (text.StartsWith(Data, StringComparison.Ordinal))
        {
            found.Add(ManifestRules.VaultPath, key.Location, $"{manifest.Consumer} {text}", $"the operator puts {shown} before it, so this asks for the secret '{text[Data.Length..]}' in a folder 'data'");
        }
        else if (Array.Find(mounts, other => text.StartsWith(other + Data, StringComparison.Ordinal)) is { } other)
        {
            found.Add(ManifestRules.VaultPath, key.Location, $"{manifest.Consumer} {text}", $"the operator puts {shown} before it: a path of Vault's API to the mount '{other.TrimEnd('/')}' leads nowhere here");
        }
    }

    private static void LookAtClass(Manifest manifest, string[] mounts, LintFindings found)
    {
        foreach (YamlValue path in ProviderClasses.Objects(manifest).Select(item => item.At).Where(at => at.Text is not null))
        {
            if (Array.Find(mounts, mount => path.Text!.StartsWith(mount, StringComparison.Ordinal)) is { } mount && !Array.Exists(Parts, part => path.Text!.AsSpan(mount.Length).StartsWith(part, StringComparison.Ordinal)))
            {
                found.Add(ManifestRules.VaultPath, path.Place(0, path.Text!.Length), $"{manifest.Consumer} {path.Text}", $"'{mount.TrimEnd('/')}' has the second engine, and this provider asks for the path as it is written: it is '{mount}{Data}{path.Text[mount.Length..]}'", $"{mount}{Data}{path.Text[mount.Length..]}");
            }
        }
    }
}
