using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>Reads a whole file whose name or kind alone tells where its secrets stand. Walks the text once.</summary>
internal abstract class FileMatcher : Matcher
{
    public sealed override IReadOnlyList<Signature> Signatures => [];

    public sealed override void Examine(ScanContext context, int position, int signature)
    {
    }

    /// <summary>Reads the file if it is one of this matcher's kind.</summary>
    public abstract void Read(ScanContext context);
}
