using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>Kustomizations: the secrets of the cluster that they make, and the files these are made of. A hash is put behind the name, and behind all that refers to it.</summary>
internal sealed class KustomizeExtractor : IExtractor
{
    /// <summary>The key of what makes secrets.</summary>
    public const string Generator = "secretGenerator";

    /// <inheritdoc/>
    public string Name => "kustomize";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => IsOne(source);

    /// <summary>Whether a text may make secrets so.</summary>
    public static bool IsOne(SourceText source) =>
        (source.IsYaml || source.FileName == "Kustomization") && source.Text.Contains(Generator + ":", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (YamlValue root in YamlDocuments.Read(source, found))
        {
            foreach (YamlValue secret in root[Generator].Items.Where(secret => secret.TextOf("name") is not null))
            {
                Read(found, secret, ReferenceOf.Secret(StoreTypes.Kubernetes, secret.TextOf("name")!, Generator) with { Address = secret.TextOf("namespace") ?? root.TextOf("namespace") });
            }
        }
    }

    private static void Read(Extraction found, YamlValue secret, SecretReference made)
    {
        string consumer = $"Kustomization/{made.Name}";
        foreach (YamlValue literal in secret["literals"].Items)
        {
            if (literal.Text?.IndexOf('=', StringComparison.Ordinal) is int equals and > 0)
            {
                SecretReference key = made with { Property = literal.Text[..equals] };
                found.Add(key, literal.Place(0, equals), consumer, key);
            }
        }

        foreach (YamlValue file in secret["envs"].Items.Append(secret["env"]).Where(file => file.Text is not null))
        {
            found.Add(ReferenceOf.EnvironmentFile(file.Text!, Generator, optional: false), file.Location, consumer, made with { Property = "*" });
        }

        foreach (YamlValue file in secret["files"].Items.Where(file => file.Text is not null))
        {
            int equals = file.Text!.IndexOf('=', StringComparison.Ordinal);
            string path = file.Text[(equals + 1)..], key = equals > 0 ? file.Text[..equals] : path[(path.LastIndexOf('/') + 1)..];
            if (path.Length > 0)
            {
                found.Add(ReferenceOf.File(path, Generator), file.Place(equals + 1, path.Length), consumer, made with { Property = key });
            }
        }
    }
}
