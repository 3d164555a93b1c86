using SecretGuard.References.CSharp.Projects;
using SecretGuard.References.CSharp.Reading;
using SecretGuard.References.CSharp.Syntax;
using SecretGuard.Triage;

namespace SecretGuard.References.CSharp;

/// <summary>A file of C#.</summary>
/// <param name="Extractor">Who joins it.</param>
/// <param name="Path">The file.</param>
/// <param name="Contents">What it names and which constants it has.</param>
/// <param name="Types">Its types.</param>
/// <param name="Usings">What it uses.</param>
internal sealed record CSharpDraft(IJointExtractor Extractor, string Path, CodeContents Contents, IReadOnlyList<CodeType> Types, IReadOnlyList<UsingDirective> Usings) : FileDraft(Extractor, Path)
{
    /// <inheritdoc/>
    public override bool IsCode => true;
}

/// <summary>A project, whose files are those of its folder that are no other project's.</summary>
/// <param name="Extractor">Who joins it.</param>
/// <param name="Path">The file.</param>
/// <param name="Removed">Files of it that are not compiled, from its folder.</param>
/// <param name="IsTest">Whether it is one of tests: what they name is made up.</param>
internal sealed record ProjectDraft(IJointExtractor Extractor, string Path, GlobList Removed, bool IsTest) : FileDraft(Extractor, Path)
{
    /// <inheritdoc/>
    public override bool IsCode => true;

    /// <summary>Whether nothing is told of a file in its folder.</summary>
    public bool Leaves(string path) => IsTest || (Removed.Globs.Count > 0 && Removed.IsMatch(path[(Folder.Length > 0 ? Folder.Length + 1 : 0)..]));
}
