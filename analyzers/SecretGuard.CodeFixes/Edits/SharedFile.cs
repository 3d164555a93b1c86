using Microsoft.CodeAnalysis;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>
/// A file that is handed over beside the code, by several projects maybe, and by one once a framework. It is changed in the first of them: an editor that is
/// told of the same change twice would make it twice.
/// </summary>
internal static class SharedFile
{
    /// <summary>The file as a document that can be changed, or null where nobody hands it over.</summary>
    public static TextDocument? Find(Solution solution, string? path) =>
        solution.Projects.SelectMany(project => project.AdditionalDocuments).FirstOrDefault(file => path is not null && string.Equals(file.FilePath, path, StringComparison.OrdinalIgnoreCase));
}
