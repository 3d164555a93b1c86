using SecretGuard.References.Sources;

namespace SecretGuard.References;

/// <summary>
/// Finds the references of a syntax whose files speak of each other: constants of a project, variables of a module. Each file is read alone into a draft; what they refer to
/// is known when all of them are there.
/// </summary>
public interface IJointExtractor : IExtractor
{
    /// <summary>What a text says, for <see cref="Join"/>. Never throws for what stands in it.</summary>
    FileDraft Draft(SourceText source);

    /// <summary>Adds what files refer to.</summary>
    /// <param name="drafts">Drafts of this extractor, in the order of their paths.</param>
    /// <param name="found">What they refer to.</param>
    void Join(IReadOnlyList<FileDraft> drafts, Extraction found);
}

/// <summary>What a file says, before what it means is known. Unchangeable: it may be joined with others more than once.</summary>
/// <param name="Extractor">Who joins it.</param>
/// <param name="Path">The file.</param>
public abstract record FileDraft(IJointExtractor Extractor, string Path)
{
    /// <summary>Whether it is of a program: what it refers to may be known from a compiler too.</summary>
    public virtual bool IsCode => false;

    /// <summary>The folder that it stands in; empty for the root.</summary>
    public string Folder => RepositoryPath.FolderOf(Path);
}
