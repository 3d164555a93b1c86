using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;

namespace SecretGuard.Analyzers;

/// <summary>Findings as diagnostics of a compiler. What they carry holds no secret.</summary>
internal static class Diagnostics
{
    /// <summary>The property that holds the rule's slug: the id says what to do, the slug which kind it is.</summary>
    public const string Rule = "rule";

    /// <summary>The property that holds the confidence.</summary>
    public const string Confidence = "confidence";

    /// <summary>The property that holds the path of the baseline, where one can accept the finding.</summary>
    public const string Baseline = "baseline";

    /// <summary>The property that holds the line of the baseline that accepts the finding.</summary>
    public const string BaselineEntry = "baselineEntry";

    /// <summary>The property that holds the path of the file that can declare a secret.</summary>
    public const string Declaration = "declaration";

    /// <summary>The property that holds the name under which it would be declared.</summary>
    public const string DeclaredName = "declaredName";

    /// <summary>The property that holds the line that declares it, without indentation.</summary>
    public const string DeclaredEntry = "declaredEntry";

    /// <summary>The property that holds what a leak costs; a build's report tells it.</summary>
    public const string Severity = "severity";

    /// <summary>The diagnostic of a finding, with the baseline and its line that accept it, if there are.</summary>
    public static Diagnostic Of(DiagnosticDescriptor descriptor, Finding finding, Match match, Microsoft.CodeAnalysis.Location location, (string Path, string Line)? acceptance = null)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(Rule, finding.Rule).Add(Confidence, finding.Confidence.ToString()).Add(Severity, finding.Severity.ToString());
        if (acceptance is { } entry)
        {
            properties = properties.Add(Baseline, entry.Path).Add(BaselineEntry, entry.Line);
        }

        return Diagnostic.Create(descriptor, location, properties, finding.Title, finding.Rule, match.Rule.Advice);
    }

    /// <summary>What a code fix asks that declares a secret; nothing where none can.</summary>
    public static ImmutableDictionary<string, string?> Declaring((string Path, string Name, string Entry)? declaration) => declaration is { } one
        ? ImmutableDictionary<string, string?>.Empty.Add(Declaration, one.Path).Add(DeclaredName, one.Name).Add(DeclaredEntry, one.Entry)
        : ImmutableDictionary<string, string?>.Empty;

    /// <summary>What a build's report tells of a diagnostic that no rule's finding is behind.</summary>
    public static ImmutableDictionary<string, string?> Costing(Severity severity) => ImmutableDictionary<string, string?>.Empty.Add(Severity, severity.ToString());

    /// <summary>The diagnostic of a remark about an inline suppression.</summary>
    public static Diagnostic Of(Notice notice, Func<TextSpan, Microsoft.CodeAnalysis.Location> locate, SourceText text)
    {
        int line = Math.Min(Math.Max(notice.Location?.StartLine ?? 1, 1), text.Lines.Count) - 1;
        return Diagnostic.Create(Descriptors.ById[notice.DiagnosticId], locate(text.Lines[line].Span), notice.Message);
    }
}
