using System.Security.Cryptography;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Rehearsals;

/// <summary>A secret that nobody ever had, made for one run, in a file that the configuration does not exclude.</summary>
/// <param name="FileName">The file, at the root.</param>
/// <param name="Line">The line that holds it.</param>
internal sealed record Canary(string FileName, string Line)
{
    /// <summary>What every file of it is called, so that it is known in what is printed.</summary>
    public const string Name = "secretguard-canary";

    private static readonly string[] Extensions = [".txt", ".json", ".cs", ".env", ".md"];

    /// <summary>Makes one that a configuration lets be found; null where it lets none.</summary>
    public static Canary? Make(RuleSet rules, TriagePolicy policy, GlobList exclude)
    {
        var random = new Random(RandomNumberGenerator.GetInt32(int.MaxValue));
        var detector = new Detector(rules);
        var triage = new ContentTriage(policy);
        IEnumerable<Canary> all =
            from rule in rules.Rules
            where rule.Patterns.Count > 0 && rule.Severity >= Severity.High
            from extension in Extensions
            where !exclude.IsMatch(Name + extension)
            select new Canary(Name + extension, $"token = \"{rule.MakeExample(random)}\"\n");
        return all.Take(1000).FirstOrDefault(IsFound);

        bool IsFound(Canary canary)
        {
            var content = Content.FromText(canary.Line, canary.FileName);
            IReadOnlyList<Match> seen = detector.See(content);
            return triage.Judge(content, detector.Resolve(seen), seen).Findings.Count > 0;
        }
    }
}
