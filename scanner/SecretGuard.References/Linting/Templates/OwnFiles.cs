using SecretGuard.References.Sources;

namespace SecretGuard.References.Linting.Templates;

/// <summary>Files that templates are not looked for in: what is declared for this program itself.</summary>
internal static class OwnFiles
{
    /// <summary>Whether a text is one of them.</summary>
    public static bool IsOne(SourceText source) => source.FileName is "secretguard.yml" or "secretguard.yaml" or "secretguard.baseline" or "secretguard.lock";
}
