using SecretGuard.References.Sources;

namespace SecretGuard.References;

/// <summary>Finds the references of one syntax. Keeps no state: one instance serves all threads.</summary>
public interface IExtractor
{
    /// <summary>The syntax, in words of its users: <c>kubernetes</c>, <c>compose</c>.</summary>
    string Name { get; }

    /// <summary>Whether the text may be of this syntax, by its path and by what stands in it; cheap, and rather too often than too seldom.</summary>
    bool MayRead(SourceText source);

    /// <summary>Adds what the text refers to. Never throws for what stands in it: what cannot be understood is told as <see cref="Unread"/>.</summary>
    void Read(SourceText source, Extraction found);
}
