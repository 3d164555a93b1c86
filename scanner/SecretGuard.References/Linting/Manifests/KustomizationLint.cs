using SecretGuard.References.Sources;
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

        string folder = RepositoryPath.FolderOf(text.Source.Path);
        foreach (YamlValue root in YamlDocuments.Read(text.Source).Roots)
        {
            string[] listed = [.. Lists.SelectMany(list => root[list].Items).Select(item => item.Text is { } path ? RepositoryPath.Join(folder, path) : null).OfType<string>()];
            found.Keep(text.Source, new Kustomized(folder, root.TextOf("namespace") is not null, listed));
        }
    }
}
