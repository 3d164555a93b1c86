using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecretGuard.CodeFixes.Remedies;

namespace SecretGuard.CodeFixes;

/// <summary>Accepts a value that is no secret, or must stay, with a reason beside it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptSecretCodeFix))]
public sealed class AcceptSecretCodeFix : SecretCodeFix
{
    /// <summary>Made by the editor.</summary>
    public AcceptSecretCodeFix()
        : base(new AcceptWithReason())
    {
    }

    /// <summary>None: every value needs its own reason.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;
}
