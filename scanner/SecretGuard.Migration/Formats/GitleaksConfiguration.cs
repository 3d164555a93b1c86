using SecretGuard.Migration.Rules;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.Migration.Formats;

/// <summary>
/// The configuration of gitleaks 8 (TOML): <c>[[rules]]</c>, global <c>[[allowlists]]</c> and <c>[allowlist]</c>, those of rules, and <c>[extend]</c>.
/// Paths of global allowlists become excluded paths, those of a rule an entry of <c>allow</c>, rules with an expression custom rules.
/// </summary>
internal static class GitleaksConfiguration
{
    private const string ByValue = "Accept what it covers by value: run 'secretguard baseline update --add --reason …' and look at what is added.";

    public static bool Recognizes(ForeignText text) =>
        text.Name.EndsWith(".toml", StringComparison.OrdinalIgnoreCase)
        || text.Text.Split('\n').Select(line => line.Trim()).Any(line => line is "[[rules]]" or "[allowlist]" or "[[allowlists]]" or "[extend]");

    public static ForeignFile Read(ForeignText text)
    {
        var paths = new PathPatterns();
        var additions = new List<SettingsAddition>();
        var leftovers = new List<Leftover>();
        ForeignRule? rule = null;
        foreach (TomlSection section in TomlDocument.Read(text).Sections())
        {
            switch (section.Name)
            {
                case "extend":
                    ReadExtension(section, additions, leftovers);
                    break;
                case "allowlist" or "allowlists":
                    ReadGlobalAllowlist(section, paths, leftovers);
                    break;
                case "rules" when section.Text("id") is { } id:
                    rule = ReadRule(section, id, additions, leftovers);
                    break;
                case "rules.allowlist" or "rules.allowlists" when rule is not null:
                    ReadRuleAllowlist(section, rule, additions, leftovers);
                    break;
                case "rules.required" when rule is not null:
                    leftovers.Add(new Leftover(section.Origin, $"what the rule '{rule.Id}' requires nearby", "Put it into the rule's expression."));
                    break;
            }
        }

        return new ForeignFile { Exclude = paths.Patterns, Additions = additions, Leftovers = [.. leftovers, .. paths.Leftovers] };
    }

    private static ForeignRule ReadRule(TomlSection section, string id, List<SettingsAddition> additions, List<Leftover> leftovers)
    {
        string? path = section.Text("path");
        IReadOnlyList<string>? globs = path is null ? [] : PathRegex.ToGlobs(path);
        var rule = new ForeignRule(id, section.Origin)
        {
            Title = section.Text("description"),
            Regex = section.Text("regex"),
            Keywords = [.. section.Texts("keywords").Select(keyword => keyword.Text)],
            SecretGroup = (int)section.Number("secretGroup"),
            Entropy = section.Number("entropy"),
            Paths = globs ?? [],
        };
        if (rule.ToAddition(out Leftover? leftover) is { } addition)
        {
            additions.Add(addition);
            if (globs is null)
            {
                leftovers.Add(new Leftover(section.Origin, $"the paths {path} of the rule '{id}': it looks everywhere now", "Write 'paths:' of the rule in secretguard.yml."));
            }
        }

        if (leftover is not null)
        {
            leftovers.Add(leftover);
        }

        return rule;
    }

    private static void ReadExtension(TomlSection section, List<SettingsAddition> additions, List<Leftover> leftovers)
    {
        foreach (string key in (string[])["path", "url"])
        {
            if (section.Text(key) is { Length: > 0 } other)
            {
                leftovers.Add(new Leftover(section.Origin, $"another configuration, {other}", key == "path" ? $"Import it too: secretguard import gitleaks {other}" : "Fetch it yourself and import the file."));
            }
        }

        string[] slugs = [.. Catalogue.Default.Rules.Select(rule => rule.Slug)];
        foreach ((string id, string origin) in section.Texts("disabledRules"))
        {
            if (slugs.Contains(id, StringComparer.Ordinal))
            {
                additions.Add(new SettingsAddition("rules.disable", [YamlText.Quoted(id)], origin));
            }
            else
            {
                leftovers.Add(new Leftover(origin, $"the rule '{id}', which is off there", $"Here no rule is called so{NearestName.Hint(id, slugs)}; name one under 'rules: disable:' ('secretguard rules list' shows them)."));
            }
        }
    }

    private static void ReadGlobalAllowlist(TomlSection section, PathPatterns paths, List<Leftover> leftovers)
    {
        // With AND, paths alone would leave out more than was allowed.
        bool isBroken = IsJoined(section) && (section.Has("regexes") || section.Has("stopwords") || section.Has("commits"));
        bool isForRules = section.Texts("targetRules").Count > 0;
        foreach ((string regex, string origin) in section.Texts("paths"))
        {
            if (isBroken || isForRules)
            {
                leftovers.Add(new Leftover(origin, $"the paths {regex}, which are allowed {(isForRules ? "for some rules" : "together with other conditions")} only", "Write an entry under 'allow:' in secretguard.yml, with paths and rules."));
            }
            else
            {
                paths.Add(regex, origin);
            }
        }

        AddValues(section, "the allowlist", leftovers);
    }

    private static void ReadRuleAllowlist(TomlSection section, ForeignRule rule, List<SettingsAddition> additions, List<Leftover> leftovers)
    {
        if (!IsJoined(section) || !(section.Has("regexes") || section.Has("stopwords") || section.Has("commits")))
        {
            foreach ((string regex, string origin) in section.Texts("paths"))
            {
                if (rule.Regex is not null && PathRegex.ToGlobs(regex) is { } globs)
                {
                    string reason = section.Text("description") is { Length: > 0 } words ? words : "allowed in the configuration of gitleaks";
                    additions.Add(new SettingsAddition("allow", [$"paths: {YamlText.List(globs)}", $"rules: {YamlText.List([rule.Slug])}", $"reason: {YamlText.Quoted(reason)}"], origin));
                }
                else
                {
                    leftovers.Add(PathPatterns.NoGlob(regex, origin));
                }
            }
        }

        AddValues(section, $"the allowlist of the rule '{rule.Id}'", leftovers);
    }

    private static void AddValues(TomlSection section, string whose, List<Leftover> leftovers)
    {
        foreach ((string key, string what) in ((string, string)[])[("regexes", "expressions of values"), ("stopwords", "words in values"), ("commits", "commits")])
        {
            if (section.Texts(key) is { Count: > 0 } texts)
            {
                leftovers.Add(new Leftover(texts[0].Origin, $"{what} in {whose} ({texts.Count})", ByValue));
            }
        }
    }

    private static bool IsJoined(TomlSection section) => section.Text("condition") is { } condition && condition.Trim().ToUpperInvariant() is "AND" or "&&";
}
