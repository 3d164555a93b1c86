using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>What <c>dotnet user-secrets</c> finds a project's secrets by. Without one, its commands fail.</summary>
internal static class UserSecretsId
{
    private const string Name = "UserSecretsId";

    /// <summary>The document of a project that has an id: a new one where it has none and its file is handed over.</summary>
    public static async Task<Document> EnsureAsync(Document document, CancellationToken cancellation)
    {
        Project project = document.Project;
        if (!IsMissing(project) || SharedFile.Find(project.Solution, project.FilePath) is not { } file)
        {
            return document;
        }

        SourceText text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
        return ProjectProperties.Set(text, Name, Guid.NewGuid().ToString()) is { } change
            ? project.Solution.WithAdditionalDocumentText(file.Id, text.WithChanges(change)).GetDocument(document.Id)!
            : document;
    }

    /// <summary>Whether the build says that nobody has set one, in whatever file.</summary>
    private static bool IsMissing(Project project) =>
        project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + Name, out string? id) && id.Length == 0;
}
