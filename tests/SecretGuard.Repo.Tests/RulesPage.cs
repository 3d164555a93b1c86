using System.Globalization;
using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Repo.Tests;

/// <summary>The page about all rules, made from the catalogue.</summary>
internal static class RulesPage
{
    public static string Text()
    {
        var page = new StringBuilder("# Rules\n\n");
        page.Append("Made from the catalogue by `tests/SecretGuard.Repo.Tests`; do not edit it by hand (`SECRETGUARD_APPROVE=1 dotnet test tests/SecretGuard.Repo.Tests` writes it anew). ");
        page.Append("`secretguard rules show RULE` tells more about one of them: its format, where to revoke it, the issuer's page.\n\n");
        page.Append("How a kind is recognised: **format**: nothing else looks like it. **format, checksum**: the format carries a check that is made offline; ");
        page.Append("a value that fails it is not reported as this kind. **format, structure**: as before, but the check cannot see every changed character. ");
        page.Append("**name**: others share its format, so it is found by the name that it is bound to, and one of these words near it tells the kind. ");
        page.Append("**surroundings**: a matcher of its own reads what stands around the value.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{Catalogue.Default.Rules.Count} rules.\n");
        foreach (RuleArea area in RuleAreas.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {area.Title}\n\n| rule | title | issuer | severity | recognised by |\n|---|---|---|---|---|\n");
            foreach (Rule rule in area.Rules)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{rule.Slug}` | {Cell(rule.Title)} | {Cell(rule.Provider)} | {Lower(rule.Severity)} | {Recognised(rule)} |\n");
            }
        }

        return page.ToString();
    }

    /// <summary>The table of the README: areas with the number of their rules.</summary>
    public static string Summary()
    {
        var table = new StringBuilder("| what | rules | such as |\n|---|---:|---|\n");
        foreach (RuleArea area in RuleAreas.All)
        {
            string[] names = [.. area.Rules.GroupBy(rule => rule.Provider, StringComparer.Ordinal).Where(issuer => issuer.Key.Length > 0).OrderByDescending(issuer => issuer.Count()).ThenBy(issuer => issuer.Key, StringComparer.Ordinal).Take(6).Select(issuer => issuer.Key)];
            string[] shown = names.Length > 0 ? names : [.. area.Rules.Take(4).Select(rule => rule.Title)];
            table.Append(CultureInfo.InvariantCulture, $"| {area.Title} | {area.Rules.Count} | {Cell(string.Join(", ", shown))} |\n");
        }

        return table.Append(CultureInfo.InvariantCulture, $"| together | {Catalogue.Default.Rules.Count} | [all of them](docs/rules.md) |\n").ToString();
    }

    private static string Recognised(Rule rule) => rule switch
    {
        { Near.Count: > 0 } => "name: " + string.Join(", ", rule.Near.Select(word => $"`{Cell(word)}`")),
        { Patterns.Count: 0 } => "surroundings",
        { Checksum: null } => "format",
        { Checksum.IsPartial: true } => "format, structure",
        _ => "format, checksum",
    };

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
