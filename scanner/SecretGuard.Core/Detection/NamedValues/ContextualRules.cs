using SecretGuard.Rules;

namespace SecretGuard.Detection.NamedValues;

/// <summary>The rules whose format many issuers share: they give a generic match its kind where the name or the line tells the issuer.</summary>
internal sealed class ContextualRules
{
    /// <summary>Letters of an issuer's word that names are looked for by.</summary>
    public const int ShortestWord = 5;

    private readonly Rule[] _rules;

    // Every value under a telling name asks all of them: the lengths lie beside each other.
    private readonly Format[] _formats;

    public ContextualRules(IReadOnlyList<Rule> rules)
    {
        _rules = [.. rules.Where(rule => rule.Near.Count > 0 && rule.Patterns.Count > 0)];
        _formats = new Format[_rules.Sum(rule => rule.Patterns.Count)];
        int count = 0;
        foreach (Rule rule in _rules)
        {
            foreach (TokenPattern pattern in rule.Patterns)
            {
                _formats[count++] = new Format(pattern.MinLength, pattern.MaxLength, rule, pattern);
            }
        }
    }

    /// <summary>The words of issuers which names may hold without any of <paramref name="roots"/>. Short ones stand in too many words.</summary>
    public IEnumerable<string> IssuerWords(IReadOnlyList<string> roots) =>
        _rules.SelectMany(rule => rule.Near).Distinct(StringComparer.Ordinal)
            .Where(word => word.Length >= ShortestWord && word.All(char.IsLetter) && !roots.Any(word.Contains));

    /// <summary>The rule that this value belongs to, or null. <paramref name="wholeLine"/>: its word may stand anywhere before the value.</summary>
    public Rule? Find(ScanContext context, NameSpan name, ReadOnlySpan<byte> value, bool wholeLine = true)
    {
        for (int i = 0; i < _formats.Length; i++)
        {
            ref readonly Format format = ref _formats[i];
            if (value.Length >= format.MinLength && value.Length <= format.MaxLength && format.Pattern.IsMatch(value) && IsNear(context, name, format.Rule, wholeLine)
                && format.Rule.Checksum?.Check(value) != Validity.Invalid)
            {
                return format.Rule;
            }
        }

        return null;
    }

    private static bool IsNear(ScanContext context, NameSpan name, Rule rule, bool wholeLine)
    {
        int start = wholeLine ? context.LineStart(name.Start, 200) : name.Start;
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

    private readonly record struct Format(int MinLength, int MaxLength, Rule Rule, TokenPattern Pattern);
}
