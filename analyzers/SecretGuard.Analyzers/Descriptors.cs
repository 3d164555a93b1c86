using Microsoft.CodeAnalysis;
using SecretGuard.Findings;

namespace SecretGuard.Analyzers;

/// <summary>Every diagnostic that the analyzers report. One table.</summary>
internal static class Descriptors
{
    private const string Secrets = "Secrets";
    private const string References = "References";
    private const string Configuration = "SecretGuard";

    /// <summary>A secret in code.</summary>
    public static readonly DiagnosticDescriptor SecretInCode = Make(DiagnosticIds.SecretInCode, Secrets, "Hard-coded secret", "{0} [{1}] stands in code: {2}");

    /// <summary>A secret in a file beside the code.</summary>
    public static readonly DiagnosticDescriptor SecretInFile = Make(DiagnosticIds.SecretInFile, Secrets, "Secret in a file of the project", "{0} [{1}] stands in a file: {2}");

    /// <summary>A fallback for a secret that is not configured.</summary>
    public static readonly DiagnosticDescriptor SecretAsFallback = Make(
        DiagnosticIds.SecretAsFallback, Secrets, "Hard-coded fallback for a secret", "{0} [{1}] is used where none is configured; fail instead: throw, or use GetRequiredSection");

    /// <summary>A secret that leaves the program.</summary>
    public static readonly DiagnosticDescriptor SecretFlowsOut = Make(DiagnosticIds.SecretFlowsOut, Secrets, "Secret in a log or an exception", "'{0}' goes into {1}; leave it out, or show that it is set and not what it is");

    /// <summary>A secret in a URL. Off unless asked for: some services take it nowhere else.</summary>
    public static readonly DiagnosticDescriptor SecretInUrl = Make(
        DiagnosticIds.SecretInUrl, Secrets, "Secret in a URL", "'{0}' goes into {1}; hand it over in a header", isEnabled: false);

    /// <summary>A mention by name, for the inventory: no warning, and nobody can switch it off.</summary>
    public static readonly DiagnosticDescriptor SecretReference = new(
        DiagnosticIds.SecretReference, "Reference to a secret or a setting", "Refers to '{0}' ({1})", References, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLinks.Of(DiagnosticIds.SecretReference), customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>A reference to what a store did not have, or not in a state to be used.</summary>
    public static readonly DiagnosticDescriptor UnusableReference = Make(
        DiagnosticIds.UnusableReference, References, "Secret that is not in its store", "'{0}' is {1}, says secretguard.lock; correct the name, or mend it in its store and run 'secretguard lock'");

    /// <summary>A reference that no store was asked about. A suggestion: who writes code comes before who fills the store.</summary>
    public static readonly DiagnosticDescriptor UnlockedReference = Make(
        DiagnosticIds.UnlockedReference, References, "Secret that the lock does not know", "'{0}' is not in secretguard.lock; {1}", DiagnosticSeverity.Info);

    /// <summary>Something in a configuration file or an option that nobody understands.</summary>
    public static readonly DiagnosticDescriptor InvalidConfiguration = Make(DiagnosticIds.InvalidConfiguration, Configuration, "Invalid SecretGuard configuration", "{0}");

    /// <summary>An inline suppression without a reason.</summary>
    public static readonly DiagnosticDescriptor SuppressionWithoutReason = Make(DiagnosticIds.SuppressionWithoutReason, Configuration, "Suppression without a reason", "{0}");

    /// <summary>An inline suppression that accepts nothing.</summary>
    public static readonly DiagnosticDescriptor UnusedSuppression = Make(DiagnosticIds.UnusedSuppression, Configuration, "Suppression that accepts nothing", "{0}");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyDictionary<string, DiagnosticDescriptor> ById { get; } =
        new[] { SecretInCode, SecretInFile, SecretAsFallback, InvalidConfiguration, SuppressionWithoutReason, UnusedSuppression }.ToDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    private static DiagnosticDescriptor Make(string id, string category, string title, string message, DiagnosticSeverity severity = DiagnosticSeverity.Warning, bool isEnabled = true) =>
        new(id, title, message, category, severity, isEnabled, helpLinkUri: HelpLinks.Of(id));
}
