using System.Buffers;
using SecretGuard.Reporting;
using SecretGuard.Rules;

namespace SecretGuard.Cli.Tests;

/// <summary>Planted secrets of every kind never leave through any output.</summary>
public sealed class CanaryTests
{
    [Fact]
    public void AnyCommandAndFormat_NeverShowsASecret()
    {
        using var box = new Sandbox();
        Plant(box);
        box.Commit();
        string[] reports = [.. ReporterCatalogue.All.SelectMany(reporter => new[] { "--report", $"{reporter.Format}=out/{reporter.Format}.txt" })];
        string[][] lines =
        [
            ["scan", .. reports],
            ["scan", "--min-confidence", "low", "--all-files", "--compat-pragmas", "--format", "json"],
            ["scan", "--since", "HEAD", "--max-file-size", "100"],
            ["baseline", "create"],
            ["scan", "--fail-on-unaudited", "--format", "ndjson"],
            ["baseline", "update"],
            ["baseline", "stats"],
            ["baseline", "stats", "--format", "json"],
            ["baseline", "update", "--check", "--format", "csv"],
            ["baseline", "update", "--add", "--format", "markdown"],
            ["suppressions"],
            ["suppressions", "--format", "html"],
            ["explain", "all.py:1"],
            ["explain", "all.py:1", "--format", "json"],
            ["explain", "all.py:1", "--reveal"],
            ["audit"],
            ["audit", "--answer", "no", "--rule", "github-*", "--reason", "rotate", "--dry-run"],
            ["audit", "--answer", "no", "--rule", "github-*", "--reason", "rotate"],
            ["audit", "--answer", "yes", "--rule", "*", "--reason", "made up"],
            ["init"],
            ["refs"],
            ["trace", "PASSWORD", "--format", "json"],
            ["rules", "list"],
            ["rules", "show", "github-pat-classic"],
            ["rules", "test"],
            ["rules", "list", "--format", "json"],
            ["rules", "show", "github-pat-classic", "--format", "json"],
            ["rules", "test", "--format", "json"],
            ["scan", "--archives", "--threads", "1", "--format", "msbuild"],
        ];
        string[] told = [.. lines.Select(line => box.Run(line)).Select(outcome => outcome.Output + outcome.Error)];
        string[] files = [.. Directory.GetFiles(Path.Combine(box.Root, "out")).Append(Path.Combine(box.Root, "secretguard.baseline")).Append(Path.Combine(box.Root, "secretguard.yml")).Select(File.ReadAllText)];
        files.Length.ShouldBe(ReporterCatalogue.All.Count + 2);
        told[0].ShouldContain("[secret]");
        Sandbox.Outcome piped = box.Run(["scan", "-", "--format", "json"], box.Read("all.py"), []);
        told = [.. told, piped.Output + piped.Error];

        // Neither a secret nor the half of one that is not public.
        SearchValues<string> secrets = SearchValues.Create([.. box.Planted.Select(secret => secret[(secret.Length / 2)..])], StringComparison.Ordinal);
        foreach (string text in told.Concat(files).Where(text => text.AsSpan().ContainsAny(secrets)))
        {
            string[] shown = [.. box.Planted.Where(secret => text.Contains(secret, StringComparison.Ordinal) || text.Contains(secret.Substring(secret.Length / 2), StringComparison.Ordinal))];
            shown.ShouldBeEmpty(text.Length < 4000 ? text : string.Join('\n', text.Split('\n').Where(line => shown.Any(secret => line.Contains(secret.Substring(secret.Length / 2), StringComparison.Ordinal))).Take(3).Select(line => line.Length > 2000 ? line[..2000] : line)));
        }
    }

    /// <summary>One line a secret: what no rule finds may stand beside a finding and be shown with it, so each kind stands where it is found.</summary>
    private static void Plant(Sandbox box)
    {
        var code = new List<string>();
        var members = new List<string>();
        foreach (Rule rule in Catalogue.Default.Rules.Where(rule => rule.Patterns.Count > 0))
        {
            string secret = box.Secret(rule.Slug);
            string name = rule.Near.Count > 0 ? $"{rule.Near[0]}_token" : "token";
            box.Write($"kinds/{rule.Slug}.env", $"{name.ToUpperInvariant()}={secret}\n");
            if (rule.Near.Count == 0)
            {
                code.Add($"password = \"{secret}\"; other = '{secret}'  # secretguard:allow * also {secret}");
                members.Add($"\"{rule.Slug}\":\"{secret}\"");
            }
        }

        box.Write("all.py", string.Join('\n', code)).Write("one.json", $"{{{string.Join(',', members)}}}");
    }
}
