using System.Buffers;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Fields that are asked for and that the declaration does not give the secret: of an ExternalSecret, and of whatever else names a field of a store's secret.</summary>
internal sealed class PropertyLint : IRepositoryLint
{
    /// <summary>Signs of the languages in which operators ask for parts of a field.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create(".[|#@{?\\* \"'");

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.PropertyUndeclared];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        if (!repository.Declaration.Secrets.Any(secret => secret.Fields.Count > 0))
        {
            return;
        }

        foreach ((Manifest manifest, IReadOnlyList<DeclaredEntry> entries) in DeclaredEntry.In(repository))
        {
            foreach (IGrouping<YamlValue, DeclaredEntry> asked in entries.Where(entry => entry.Entry.Property.Text is not null).GroupBy(entry => entry.Entry.Property))
            {
                Look(asked.Key.Text!, [.. asked.Select(entry => entry.Secret)], asked.Key.Location, manifest.Consumer, found);
            }
        }

        foreach (Manifest manifest in repository.Manifests.Where(manifest => manifest.Kind == "PushSecret"))
        {
            LookAtPush(manifest, repository, found);
        }

        foreach (InventoryRecord record in repository.Unresolved.Where(record => record.Reference is { Property: not null, Store: not StoreTypes.ExternalSecrets }))
        {
            Look(record.Reference.Property!, repository.Names.Meant(record.Reference, record.Location.Path, record.Environment), record.Location, record.Consumer, found);
        }
    }

    /// <summary>A field that a PushSecret puts beside those that are declared: nobody who reads the secret knows it.</summary>
    private static void LookAtPush(Manifest manifest, LintRepository repository, LintFindings found)
    {
        foreach ((YamlValue match, YamlValue remote) in ExternalSecrets.Pushed(manifest))
        {
            YamlValue property = match["remoteRef", "property"];
            if (property.Text is not null)
            {
                DeclaredSecret[] secrets = [.. ExternalSecrets.StoresOf(manifest).SelectMany(store => repository.Names.Meant(ExternalSecrets.Remote(store, remote.Text!, property.Text, null, manifest.Kind), manifest.Path))];
                Look(property.Text, secrets, property.Location, manifest.Consumer, found);
            }
        }
    }

    /// <summary>Tells it where none of the secrets that may be meant has the field, and each says which it has.</summary>
    private static void Look(string property, IReadOnlyList<DeclaredSecret> secrets, Location at, string consumer, LintFindings found)
    {
        int sign = property.AsSpan().IndexOfAny(Signs);
        string field = sign < 0 ? property : property[..sign];
        if (field.Length == 0 || secrets.Count == 0 || secrets.Any(secret => secret.Fields.Count == 0 || secret.Fields.Any(one => one.Name == property || one.Name == field)))
        {
            return;
        }

        string[] fields = [.. secrets[0].Fields.Select(one => one.Name)];
        found.Add(ManifestRules.PropertyUndeclared, at, $"{consumer} {secrets[0].Id}#{property}",
            $"'{secrets[0].Id}' is declared with {string.Join(", ", fields)} ({secrets[0].Location.Path}:{secrets[0].Location.StartLine}), not with '{field}'{NearestName.Hint(field, fields)}");
    }
}
