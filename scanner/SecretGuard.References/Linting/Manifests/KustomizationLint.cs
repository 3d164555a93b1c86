using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>Keeps what kustomizations list, for <see cref="Namespaces"/> and <see cref="PatchFiles"/>. It tells nothing itself.</summary>
internal sealed class KustomizationLint : ILint
{
    private static readonly string[] Names = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
    private static readonly string[] Lists = ["resources", "bases", "components"];
    private static readonly string[] Patching = ["patches", "patchesStrategicMerge", "patchesJson6902"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.Source.IsPart || !Names.Contains(text.Source.FileName, StringComparer.Ordinal))
        {
            return;
        }

        string folder = RepositoryPath.FolderOf(text.Source.Path);
        foreach (YamlValue root in YamlDocuments.Read(text.Source).Roots)
        {
            found.Keep(text.Source, new Kustomized(text.Source.Path, root.TextOf("namespace"), In(folder, Lists.SelectMany(list => root[list].Items)))
            {
                TakesRemote = Lists.SelectMany(list => root[list].Items).Any(item => item.Text is { } path && IsRemote(path)),
                Patches = In(folder, Patching.SelectMany(list => root[list].Items).Select(patch => patch.IsMap ? patch["path"] : patch)),
            });
        }
    }

    /// <summary>Whether a base is fetched: by an address, or by the short form of one (<c>github.com/org/repo//base?ref=v1</c>).</summary>
    private static bool IsRemote(string path) => path.Contains(':', StringComparison.Ordinal) || path.Contains("?ref=", StringComparison.Ordinal) || path.StartsWith("github.com/", StringComparison.Ordinal);

    /// <summary>The paths among some texts; a patch may be written out where another is named.</summary>
    private static string[] In(string folder, IEnumerable<YamlValue> items) =>
        [.. items.Select(item => item.Text is { } path && !path.Contains(':', StringComparison.Ordinal) ? RepositoryPath.Join(folder, path) : null).OfType<string>()];
}
