using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>
/// Manifests of one environment that use a store of another, and stores that environments share. Which environment a manifest is of say the <c>paths</c> of
/// secretguard.yml, else its namespace; which one a store is of says its declared address, else its name or address. Of a patch the same is asked as of a manifest.
/// </summary>
internal sealed class StoreEnvironmentLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.OtherEnvironment, ManifestRules.SharedStore];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        var environments = new ManifestEnvironments(repository);
        if (!environments.Words.AreSeveral)
        {
            return;
        }

        var judge = new Judge(repository, environments.Words, environments.AreDeclared, found);
        foreach (Manifest manifest in repository.Manifests.Concat(repository.Patched))
        {
            judge.Look(manifest, environments.Of(manifest), isWhole: !repository.IsPart(manifest));
        }
    }

    private sealed class Judge(LintRepository repository, EnvironmentWords words, bool areDeclared, LintFindings found)
    {
        private readonly Dictionary<string, (Manifest Manifest, IReadOnlyList<DeclaredEnvironment> Environments)> _first = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>Looks at an object, or at a part of one, which says too little to tell what two environments share.</summary>
        public void Look(Manifest manifest, IReadOnlyList<DeclaredEnvironment> here, bool isWhole)
        {
            if (here.Count == 0)
            {
                return;
            }

            if (StoreAddress.Of(manifest) is { } address)
            {
                LookAtAddress(manifest, address, here, isWhole);
            }

            foreach (YamlValue name in NamesIn(manifest).Where(name => name.Text is not null))
            {
                Tell(manifest, name, words.Others(name.Text!, here), here);
            }

            foreach (YamlValue key in PathsIn(manifest).Where(path => path.Text is not null))
            {
                Tell(manifest, key, FoldersOf(key.Text!) is { Count: > 0 } named && !named.Any(here.Contains) ? named : [], here);
            }
        }

        /// <summary>Stores, their parts, and as whom they are asked.</summary>
        private static IEnumerable<YamlValue> NamesIn(Manifest manifest) => manifest.Kind switch
        {
            _ when manifest.IsStore && SecretStores.ProviderOf(manifest).Settings is var settings =>
                [settings["path"], settings["namespace"], settings["projectID"], settings["role"], settings["auth", "kubernetes", "role"], settings["auth", "jwt", "role"]],
            "SecretProviderClass" when manifest.Spec["parameters"] is var parameters => [parameters["vaultNamespace"], parameters["roleName"]],
            "VaultStaticSecret" => [manifest.Spec["mount"], manifest.Spec["namespace"]],
            _ => ExternalSecrets.StoresOf(manifest).Select(store => store["name"]),
        };

        /// <summary>Names within a store, and what AWS puts before them.</summary>
        private static IEnumerable<YamlValue> PathsIn(Manifest manifest) => manifest.Kind switch
        {
            _ when manifest.IsExternalSecret => ExternalSecrets.Entries(manifest).Select(entry => entry.Key),
            _ when manifest.IsStore => [SecretStores.ProviderOf(manifest).Settings["prefix"]],
            "PushSecret" => ExternalSecrets.Pushed(manifest).Select(pushed => pushed.Remote),
            "SecretProviderClass" => ProviderClasses.Objects(manifest).Select(item => item.At).Distinct(),
            "VaultStaticSecret" => [manifest.Spec["path"]],
            _ => [],
        };

        private void LookAtAddress(Manifest manifest, StoreAddress address, IReadOnlyList<DeclaredEnvironment> here, bool isWhole)
        {
            (string Environment, DeclaredStore Store)[] declared = [.. repository.Names.Stores.Where(one => address.IsOf(one.Store))];
            if (declared.Length > 0)
            {
                if (areDeclared && !Array.Exists(declared, one => here.Any(environment => environment.Name == one.Environment)))
                {
                    string owners = string.Join(" and ", declared.Select(one => $"'{one.Environment}'").Distinct(StringComparer.Ordinal));
                    found.Add(ManifestRules.OtherEnvironment, address.At.Location, $"{manifest.Consumer} {address.Text}", $"this is the store '{declared[0].Store.Name}' of {owners}, and the manifest is of {EnvironmentWords.Shown(here)}");
                }
            }
            else if (words.Others(address.Text, here) is { Count: > 0 } others)
            {
                Tell(manifest, address.At, others, here);
            }
            else if (isWhole && areDeclared && !_first.TryAdd(address.Identity, (manifest, here)) && _first[address.Identity] is var first && !first.Environments.Any(here.Contains))
            {
                found.Add(ManifestRules.SharedStore, address.At.Location, $"{manifest.Consumer} {address.Text}",
                    $"{EnvironmentWords.Shown(first.Environments)} uses the same store ({first.Manifest.Path}:{first.Manifest.NameLocation.StartLine}): what signs in for one environment is one policy away from the secrets of the other");
            }
        }

        /// <summary>The environments that folders of a path are called after: a name may speak of one for other reasons.</summary>
        private List<DeclaredEnvironment> FoldersOf(string path) =>
            !path.Contains('/', StringComparison.Ordinal) ? [] : [.. path.Split('/').SelectMany(segment => words.In(segment).Where(environment => words.IsAll(segment, environment)))];

        private void Tell(Manifest manifest, YamlValue at, IReadOnlyList<DeclaredEnvironment> others, IReadOnlyList<DeclaredEnvironment> here)
        {
            if (others.Count > 0)
            {
                found.Add(ManifestRules.OtherEnvironment, at.Location, $"{manifest.Consumer} {at.Text}", $"'{at.Text}' says {EnvironmentWords.Shown(others)}, and the manifest is of {EnvironmentWords.Shown(here)}");
            }
        }
    }
}
