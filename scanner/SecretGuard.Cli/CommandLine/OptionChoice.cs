using System.CommandLine;
using System.CommandLine.Parsing;
using SecretGuard.Cli.Audits;
using SecretGuard.Findings;
using SecretGuard.Text;

namespace SecretGuard.Cli.CommandLine;

/// <summary>Options that take one of a few names.</summary>
internal static class OptionChoice
{
    private static readonly (string Name, Confidence? Value)[] Confidences = [("low", Confidence.Low), ("medium", Confidence.Medium), ("high", Confidence.High), ("very-high", Confidence.VeryHigh)];

    private static readonly (string Name, Severity? Value)[] Severities = [("info", Severity.Info), ("low", Severity.Low), ("medium", Severity.Medium), ("high", Severity.High), ("critical", Severity.Critical)];

    private static readonly (string Name, Answer? Value)[] Answers = [("yes", Answer.Yes), ("no", Answer.No)];

    public static Option<Confidence?> OfConfidence(string name, string description) => Of(name, description, Confidences);

    public static Option<Severity?> OfSeverity(string name, string description) => Of(name, description, Severities);

    public static Option<Answer?> OfAnswer(string name, string description) => Of(name, description, Answers);

    public static string NameOf(Confidence confidence) => Array.Find(Confidences, choice => choice.Value == confidence).Name;

    public static string NameOf(Severity severity) => Array.Find(Severities, choice => choice.Value == severity).Name;

    private static Option<T?> Of<T>(string name, string description, (string Name, T Value)[] choices)
    {
        var option = new Option<T?>(name) { Description = description, HelpName = string.Join('|', choices.Select(choice => choice.Name)) };
        option.CustomParser = result => Parse(name, result, choices);
        option.CompletionSources.Clear(); // the names of the type's own values
        option.CompletionSources.Add([.. choices.Select(choice => choice.Name)]);
        return option;
    }

    private static T? Parse<T>(string name, ArgumentResult result, (string Name, T Value)[] choices)
    {
        string text = result.Tokens[0].Value;
        foreach ((string choice, T value) in choices)
        {
            if (string.Equals(choice, text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        string[] names = [.. choices.Select(choice => choice.Name)];
        result.AddError($"{name}: '{text}' is not one of {string.Join(", ", names)}{NearestName.Hint(text, names)}");
        return default;
    }
}
