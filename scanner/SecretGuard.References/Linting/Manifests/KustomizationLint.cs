using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Keeps what kustomizations list, for <see cref="Namespaces"/>. It tells nothing itself.</summary>
internal sealed class KustomizationLint : ILint
{
    private static readonly string[] Names = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
    private static readonly string[] Lists = ["resources", "bases", "components"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.Source.IsPart || !Names.Contains(text.Source.FileName, StringComparer.Ordinal))
        {
            return;
        }

        string folder = text.Source.Path[..Math.Max(0, text.Source.Path.LastIndexOf('/'))];
        foreach (YamlValue root in YamlDocuments.Read(text.Source).Roots)
        {
            string[] listed = [.. Lists.SelectMany(list => root[list].Items).Select(item => item.Text is { } path ? Within(folder, path) : null).OfType<string>()];
            found.Keep(text.Source, new Kustomized(folder, root.TextOf("namespace") is not null, listed));
        }
    }

    /// <summary>A path from the root, or null where it leads out of it.</summary>
    private static string? Within(string folder, string path)
    {
        var segments = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != "."))
        {
            if (segment != "..")
            {
                segments.Add(segment);
            }
            else if (segments.Count == 0)
            {
                return null;
            }
            else
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        return string.Join('/', segments);
    }
}
