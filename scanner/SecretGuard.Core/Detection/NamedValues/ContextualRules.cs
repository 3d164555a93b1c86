using SecretGuard.Rules;

namespace SecretGuard.Detection.NamedValues;

/// <summary>The rules whose format many issuers share: they give a generic match its kind where the name or the line tells the issuer.</summary>
internal sealed class ContextualRules(IReadOnlyList<Rule> rules)
{
    private readonly Rule[] _rules = [.. rules.Where(rule => rule.Near.Count > 0 && rule.Patterns.Count > 0)];

    /// <summary>The rule that this value belongs to, or null.</summary>
    public Rule? Find(ScanContext context, NameSpan name, ReadOnlySpan<byte> value)
    {
        foreach (Rule rule in _rules)
        {
            foreach (TokenPattern pattern in rule.Patterns)
            {
                if (value.Length >= pattern.MinLength && value.Length <= pattern.MaxLength && pattern.IsMatch(value) && IsNear(context, name, rule)
                    && rule.Checksum?.Check(value) != Validity.Invalid)
                {
                    return rule;
                }
            }
        }

        return null;
    }

    private static bool IsNear(ScanContext context, NameSpan name, Rule rule)
    {
        int start = context.LineStart(name.Start, 200);
        ReadOnlySpan<byte> before = context.Text.Slice(start, name.End - start);
        foreach (string word in rule.Near)
        {
            if (AsciiText.ContainsIgnoreCase(before, word))
            {
                return true;
            }
        }

        return false;
    }
}
