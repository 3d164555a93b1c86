using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecretGuard.CodeFixes.Remedies;

namespace SecretGuard.CodeFixes;

/// <summary>Reads a hard-coded secret from where secrets belong, or throws where a fallback was.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSecretCodeFix))]
public sealed class RemoveSecretCodeFix : SecretCodeFix
{
    private static readonly Remedy[] Remedies = [new ThrowInstead(), new BindOptions(), new ReadConfiguration(), new ReadEnvironment(), new ReadVault(), new ReadUserSecrets()];

    /// <summary>Made by the editor.</summary>
    public RemoveSecretCodeFix()
        : base(Remedies)
    {
    }

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new RemedyFixAll(Remedies);
}
