using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Edits;
using SecretGuard.CodeFixes.Places;
using SecretGuard.Findings;

namespace SecretGuard.CodeFixes;

/// <summary>Declares a secret that code refers to in <c>secretguard.yml</c>: the next lock asks its store for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareSecretCodeFix))]
public sealed class DeclareSecretCodeFix : CodeFixProvider
{
    /// <summary>What this fix is known by when all of its kind are applied at once.</summary>
    private const string Key = "SecretGuard.DeclareSecret";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UnlockedReference);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new FileFixAll(
        Key, "Declare all such secrets", (solution, diagnostics, cancellation) => AddAsync(solution, [.. diagnostics.Select(Undeclared.By).OfType<Undeclared>()], cancellation));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Undeclared.By(diagnostic) is { } undeclared && SharedFile.Find(solution, undeclared.Declaration) is { } file
                && DeclarationLines.Add(await file.GetTextAsync(context.CancellationToken).ConfigureAwait(false), [undeclared]) is not null)
            {
                context.RegisterCodeFix(CodeAction.Create($"Declare '{undeclared.Name}' in {file.Name}", cancellation => AddAsync(solution, [undeclared], cancellation), Key), diagnostic);
            }
        }
    }

    /// <summary>The solution with these secrets declared, each in its file; a file that is written in a way of its own stays as it is.</summary>
    private static async Task<Solution> AddAsync(Solution solution, IReadOnlyList<Undeclared> secrets, CancellationToken cancellation)
    {
        foreach (IGrouping<string, Undeclared> added in secrets.GroupBy(secret => secret.Declaration, StringComparer.OrdinalIgnoreCase))
        {
            if (SharedFile.Find(solution, added.Key) is { } file && DeclarationLines.Add(await file.GetTextAsync(cancellation).ConfigureAwait(false), [.. added]) is { } text)
            {
                solution = solution.WithAdditionalDocumentText(file.Id, text);
            }
        }

        return solution;
    }
}
