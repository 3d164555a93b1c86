using Microsoft.CodeAnalysis.Diagnostics;
using SecretGuard.CSharp.References;
using SecretGuard.Detection;

namespace SecretGuard.Analyzers.Projects;

/// <summary>The references of a project's own code that may be told.</summary>
internal static class ReferencesInCode
{
    /// <summary>Those at a node; none of generated code and of what the configuration leaves out.</summary>
    public static IEnumerable<CodeReference> At(SyntaxNodeAnalysisContext context, AnalyzedProject project)
    {
        string path = context.Node.SyntaxTree.FilePath;
        if (!ReferenceReader.MayRefer(context.Node) || project.IsIntermediate(path) || project.IsExcluded(project.PathOf(path)))
        {
            return [];
        }

        // Who wrote the value where its name belongs must not find it in a message or the inventory too.
        return ReferenceReader.Read(context.Node, context.SemanticModel, context.CancellationToken)
            .Where(found => project.Detector.Detect(Content.FromText(found.Reference.Name, project.PathOf(path))).Count == 0);
    }
}
