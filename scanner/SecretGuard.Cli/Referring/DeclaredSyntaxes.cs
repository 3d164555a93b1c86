using SecretGuard.Cli.Projects;
using SecretGuard.Inventories;
using SecretGuard.References;
using SecretGuard.References.Custom;
using SecretGuard.References.Joining;

namespace SecretGuard.Cli.Referring;

/// <summary>The extractors that a project declares.</summary>
internal static class DeclaredSyntaxes
{
    /// <summary>One for each declaration.</summary>
    /// <exception cref="UsageException">One of them cannot be used; the message has its place.</exception>
    public static IReadOnlyList<IExtractor> Of(Project project) => [.. project.Settings.Declaration.Syntaxes.Select(Extractor)];

    private static DeclaredExtractor Extractor(DeclaredSyntax syntax)
    {
        try
        {
            CustomSelection selection = syntax["pattern"] is { } pattern ? new PatternSelection(pattern) : new PathSelection(syntax["items"]!, syntax["secret"] ?? "")
            {
                Property = syntax["property"],
                Version = syntax["version"],
                Address = syntax["address"],
            };
            return new DeclaredExtractor(new CustomExtractor(syntax.Name, syntax.Files, syntax.Store, selection)
            {
                Kind = syntax.Kind,
                IsOptional = syntax.IsOptional,
                Transform = NameTransform.Parse(syntax.Transforms),
            });
        }
        catch (FormatException error)
        {
            throw new UsageException($"{syntax.Location.Path}({syntax.Location.StartLine},{syntax.Location.StartColumn}): extractor '{syntax.Name}': {error.Message}");
        }
    }
}
