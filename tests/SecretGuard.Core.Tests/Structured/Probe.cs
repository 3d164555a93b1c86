using System.Diagnostics;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Structured;

/// <summary>Runs a few matchers over texts whose secrets are made at run time: <c>{pw}</c> in a row stands for one.</summary>
internal sealed class Probe(IEnumerable<Rule> rules, params Matcher[] matchers)
{
    private const int Attempts = 6;
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

    /// <summary>Asserts that four times the text takes no more than about four times the time, in the best of several attempts: other tests run beside this one.</summary>
    public void IsLinear(string unit, string path)
    {
        string one = string.Concat(Enumerable.Repeat(unit, 60_000 / unit.Length));
        Best(one, path);
        string four = string.Concat(Enumerable.Repeat(one, 4));
        double small = Best(one, path), large = double.MaxValue;
        for (int attempt = 0; attempt < Attempts && large >= (small * 12) + 100; attempt++)
        {
            large = Math.Min(large, Best(four, path));
        }

        large.ShouldBeLessThan(small * 12 + 100, $"{unit}: {small:F0} ms, then {large:F0} ms for four times the text");
    }

    private double Best(string text, string path)
    {
        Content content = Content.FromText(text, path);
        double best = double.MaxValue;
        for (int i = 0; i < 2; i++)
        {
            long start = Stopwatch.GetTimestamp();
            _detector.Detect(content);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}
