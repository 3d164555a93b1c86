using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.TestKit;

namespace SecretGuard.Core.Tests;

/// <summary>One row of a table of texts: secrets stand as <see cref="Placeholders"/>, and <c>[|…|]</c> marks what must be found.</summary>
internal sealed class Row
{
    private static readonly Detector Detector = new(Catalogue.Default);

    private readonly List<(int Start, int End)> _expected = [];

    private Row(string text, string path, Random random)
    {
        var plain = new StringBuilder();
        int open = 0;
        string filled = Placeholders.Fill(text, random);
        for (int i = 0; i < filled.Length; i++)
        {
            if (string.CompareOrdinal(filled, i, "[|", 0, 2) == 0)
            {
                open = Encoding.UTF8.GetByteCount(plain.ToString());
                i++;
            }
            else if (string.CompareOrdinal(filled, i, "|]", 0, 2) == 0)
            {
                _expected.Add((open, Encoding.UTF8.GetByteCount(plain.ToString())));
                i++;
            }
            else
            {
                plain.Append(filled[i]);
            }
        }

        Text = plain.ToString();
        Found = [.. Detector.Detect(Content.FromText(Text, path))];
    }

    public string Text { get; }

    public IReadOnlyList<Match> Found { get; }

    /// <summary>Asserts that the default threshold shows exactly the marked ranges, each of this rule unless it is empty.</summary>
    public static void Check(string text, string path, string slug = "")
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            var row = new Row(text, path, new Random(seed));
            Match[] shown = [.. row.Found.Where(match => match.Confidence >= Confidence.Medium)];
            shown.Select(match => (match.Start, match.End)).ShouldBe(row._expected, $"in: {row.Text}");
            if (slug.Length > 0)
            {
                shown.ShouldAllBe(match => match.Rule.Slug == slug, $"in: {row.Text}");
            }
        }
    }

    /// <summary>Asserts that the default threshold shows nothing of this rule: another one may find what stands here.</summary>
    public static void CheckNot(string text, string path, string slug) =>
        new Row(text, path, new Random(1)).Found.Where(match => match.Confidence >= Confidence.Medium).ShouldAllBe(match => match.Rule.Slug != slug, $"in: {text}");

    /// <summary>Asserts that this is found, and only below the default threshold.</summary>
    public static void CheckLow(string text, string path)
    {
        var row = new Row(text, path, new Random(1));
        row.Found.Select(match => (match.Start, match.End, match.Confidence)).ShouldBe(row._expected.Select(range => (range.Start, range.End, Confidence.Low)), $"in: {row.Text}");
    }

    /// <summary>The slugs of what is found at any confidence.</summary>
    public static IEnumerable<string> Slugs(string text, string path) => new Row(text, path, new Random(1)).Found.Select(match => match.Rule.Slug);

    /// <summary>How long the detector looks at the text.</summary>
    public static double Seconds(string text, string path = "a.txt")
    {
        var content = Content.FromText(text, path);
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        Detector.Detect(content);
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
