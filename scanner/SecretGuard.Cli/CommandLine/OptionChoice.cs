using SecretGuard.Cli.Audits;
using SecretGuard.Findings;

namespace SecretGuard.Cli.CommandLine;

/// <summary>The options that take one of a few names.</summary>
internal static class OptionChoice
{
    private static readonly string[] ConfidenceNames = ["low", "medium", "high", "very-high"], SeverityNames = ["info", "low", "medium", "high", "critical"];
    private static readonly Confidence[] Confidences = [Confidence.Low, Confidence.Medium, Confidence.High, Confidence.VeryHigh];
    private static readonly Severity[] Severities = [Severity.Info, Severity.Low, Severity.Medium, Severity.High, Severity.Critical];

    public static ChoiceOption<Confidence> OfConfidence(string name, string description) => new(name, description, ConfidenceNames, Confidences);

    public static ChoiceOption<Severity> OfSeverity(string name, string description) => new(name, description, SeverityNames, Severities);

    public static ChoiceOption<Answer> OfAnswer(string name, string description) => new(name, description, ["yes", "no"], [Answer.Yes, Answer.No]);

    public static string NameOf(Confidence confidence) => ConfidenceNames[Array.IndexOf(Confidences, confidence)];

    public static string NameOf(Severity severity) => SeverityNames[Array.IndexOf(Severities, severity)];
}
