using System.Globalization;
using SecretGuard.Inventories;
using SecretGuard.Findings;

namespace SecretGuard.Cli.Adopting;

/// <summary>What is left to people when a secret is adopted: above all that the old value is known.</summary>
internal static class NextSteps
{
    /// <summary>Lines for people or for a shell.</summary>
    /// <param name="subject">The secret.</param>
    /// <param name="target">Where it is kept.</param>
    /// <param name="source">Where its value comes from.</param>
    /// <param name="environment">The environment; empty where none is declared.</param>
    /// <param name="isCommitted">Whether there is a history.</param>
    public static IEnumerable<string> Of(AdoptionSubject subject, AdoptionTarget target, ValueSource source, string environment, bool isCommitted)
    {
        string env = environment.Length == 0 ? "" : $" --env {environment}";
        bool isUserSecret = target.Store.Declared.Type == StoreTypes.UserSecrets;
        yield return source == ValueSource.Given ? "revoke the old value where it was issued"
            : $"the value is known, so have a new one issued: secretguard rotate {Word(target.Id)} --stdin{env}{(target.Field is null ? "" : $" --field {Word(target.Field)}")} --apply";
        if (!(isUserSecret && subject.Names.IsConfiguration))
        {
            yield return $"let '{subject.Names.Read}' come from {target.StoreName} where the program runs";
        }

        int[] others = [.. subject.File.Candidates.Where(one => one != subject.Found && subject.File.WrittenOf(one) == subject.File.WrittenOf(subject.Found)).Select(one => one.Finding.Location.StartLine).Distinct()];
        if (others.Length > 0)
        {
            yield return $"the same value stands in {(others.Length == 1 ? "line" : "lines")} {string.Join(", ", others.Select(line => line.ToString(CultureInfo.InvariantCulture)))} too: secretguard scan {Word(subject.File.Path)}";
        }

        if (subject.Found.Accepted == SuppressionKind.Baseline)
        {
            yield return "secretguard baseline update";
        }

        if (isCommitted)
        {
            yield return "secretguard git (where the history has it)";
            yield return $"secretguard verify --leaks{env} (whether a store still serves it)";
        }
    }

    private static string Word(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:@".Contains(c, StringComparison.Ordinal)) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
