using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Structured;

/// <summary>Runs a few matchers over texts whose secrets are made at run time: <c>{pw}</c> in a row stands for one.</summary>
internal sealed class Probe(IEnumerable<Rule> rules, params Matcher[] matchers)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly Detector _detector = new(new RuleSet([.. rules], matchers));

    /// <summary>A password as a person's tool makes it: letters of both cases and digits.</summary>
    public static string NewPassword(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < 14; i++)
        {
            text.Append(i % 4 == 3 ? (char)('2' + random.Next(8)) : Letters[random.Next(Letters.Length)]);
        }

        return text.ToString();
    }

    /// <summary>Asserts that the matches are exactly the values put for <c>{pw}</c> and <c>{pw2}</c>.</summary>
    public void Finds(string row, string path)
    {
        string first = NewPassword(row.Length), second = NewPassword(row.Length + 1000);
        Finds(row, path, ("{pw}", first), ("{pw2}", second));
    }

    /// <summary>Asserts that the matches are exactly the values put for these marks.</summary>
    public void Finds(string row, string path, params (string Mark, string Value)[] values)
    {
        string text = values.Aggregate(row, (all, value) => all.Replace(value.Mark, value.Value, StringComparison.Ordinal));
        (string, int)[] expected = [.. values.Where(value => row.Contains(value.Mark, StringComparison.Ordinal)).Select(value => (value.Value, text.IndexOf(value.Value, StringComparison.Ordinal))).OrderBy(pair => pair.Item2)];
        Detect(text, path).Select(match => (text.Substring(match.Start, match.Length), match.Start)).ShouldBe(expected, row);
    }

    /// <summary>Asserts that nothing is found.</summary>
    public void IsSilent(string text, string path) =>
        Detect(text, path).Select(match => text.Substring(match.Start, match.Length)).ShouldBeEmpty(text);

    /// <summary>Asserts that what is found is worth a look only in an audit.</summary>
    public void FindsFaintly(string text, string path) =>
        _detector.Detect(Content.FromText(text, path)).ShouldHaveSingleItem(text).Confidence.ShouldBe(Confidence.Low, text);

    /// <summary>The matches of medium confidence and above; rows are ASCII, so offsets are those of the string.</summary>
    private IEnumerable<Match> Detect(string text, string path) =>
        _detector.Detect(Content.FromText(text, path)).Where(match => match.Confidence >= Confidence.Medium);
}
