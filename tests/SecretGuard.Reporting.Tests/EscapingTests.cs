using System.Xml.Linq;

namespace SecretGuard.Reporting.Tests;

/// <summary>Hostile text in the formats that are not JSON: it stays text.</summary>
public sealed class EscapingTests
{
    public static TheoryData<string> Names => Hostile.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void JUnit_IsWellFormedAndKeepsWhatXmlCanHold(string name)
    {
        string text = Hostile.Texts[name];
        var suite = XDocument.Parse(Write("junit", text)).Root!.Element("testsuite")!;
        suite.Elements("testcase").Count().ShouldBe(3);
        string path = suite.Elements("testcase").First().Attribute("file")!.Value;
        path.Length.ShouldBe(text.Length);
        path.Where(char.IsLetterOrDigit).ShouldBe(text.Where(char.IsLetterOrDigit));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Csv_HasOneRowEachAndNoFormula(string name)
    {
        string text = Hostile.Texts[name];
        List<string[]> rows = ParseCsv(Write("csv", text));
        rows.Count.ShouldBe(5);
        rows.ShouldAllBe(row => row.Length == rows[0].Length);
        rows.SelectMany(row => row).Where(cell => cell.TrimStart() is ['=' or '+' or '-' or '@' or '＝', ..]).ShouldBeEmpty();
        rows[1][6].TrimStart('\'').ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GitHub_IsOneCommandALineThatDecodesToTheText(string name)
    {
        string text = Hostile.Texts[name];
        string[] lines = Lines("github", text);
        lines.Length.ShouldBe(3);
        lines.ShouldAllBe(line => line.StartsWith("::error ", StringComparison.Ordinal) || line.StartsWith("::notice ", StringComparison.Ordinal));
        string properties = lines[1]["::error ".Length..lines[1].IndexOf("::", 2, StringComparison.Ordinal)];
        string file = properties.Split(',')[0]["file=".Length..];
        Uri.UnescapeDataString(file).ShouldBe(text);
        Uri.UnescapeDataString(lines[1][(lines[1].IndexOf("::", 2, StringComparison.Ordinal) + 2)..]).ShouldBe($"{text}: {text}. Why: {text}.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Azure_IsOneCommandALineThatDecodesToTheText(string name)
    {
        string text = Hostile.Texts[name];
        string[] lines = Lines("azure", text);
        lines.Length.ShouldBe(3);
        lines.ShouldAllBe(line => line.StartsWith("##vso[task.logissue ", StringComparison.Ordinal));
        int end = lines[1].IndexOf(']', StringComparison.Ordinal);
        string path = lines[1][..end].Split(';').Single(part => part.StartsWith("sourcepath=", StringComparison.Ordinal))["sourcepath=".Length..];
        Unescape(path).ShouldBe(text);
        Unescape(lines[1][(end + 1)..]).ShouldBe($"{text}: {text}. Why: {text}.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Markdown_KeepsItsLinesAndColumns(string name)
    {
        string[] lines = Lines("markdown", Hostile.Texts[name]);
        lines.Length.ShouldBe(Lines("markdown", "plain").Length);
        string row = lines.Single(line => line.StartsWith("| critical", StringComparison.Ordinal));
        Enumerable.Range(0, row.Length).Count(i => row[i] == '|' && row[i - (i > 0 ? 1 : 0)] != '\\').ShouldBe(6);
        row.Replace("<code>", "", StringComparison.Ordinal).Replace("</code>", "", StringComparison.Ordinal).Replace("<!-- -->", "", StringComparison.Ordinal).ShouldNotContain('<');
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_KeepsItsLinesAndHoldsNothingThatActs(string name)
    {
        string output = Write("text", Hostile.Texts[name]);
        string[] lines = output.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(Lines("text", "plain").Length);
        output.Replace("\n", "", StringComparison.Ordinal).EnumerateRunes().ShouldAllBe(rune => VisibleText.IsPlain(rune));
        lines.ShouldAllBe(line => !line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        lines.ShouldAllBe(line => !line.Contains("##vso[", StringComparison.Ordinal) && !line.Contains("##[", StringComparison.Ordinal) && !line.Contains("##teamcity[", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ab", 2)]
    [InlineData("設定", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("👩", 2)]
    public void DisplayWidth_CountsColumns(string text, int columns) => DisplayWidth.Of(text).ShouldBe(columns);

    private static string Write(string format, string text) => SampleReport.Write(ReporterCatalogue.Find(format)!, SampleReport.Hostile(text));

    private static string[] Lines(string format, string text) => Write(format, text).TrimEnd('\n').Split('\n');

    private static string Unescape(string text) => text
        .Replace("%0A", "\n", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal)
        .Replace("%3B", ";", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal)
        .Replace("%AZP25", "%", StringComparison.Ordinal);

    private static List<string[]> ParseCsv(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        int at = 0;
        while (at < text.Length)
        {
            string cell;
            if (text[at] == '"')
            {
                int end = at + 1;
                while (text[end] != '"' || (end + 1 < text.Length && text[end + 1] == '"'))
                {
                    end += text[end] == '"' ? 2 : 1;
                }

                cell = text[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal);
                at = end + 1;
            }
            else
            {
                int end = text.IndexOfAny([',', '\n'], at);
                cell = text[at..end];
                at = end;
            }

            row.Add(cell);
            if (text[at++] == '\n')
            {
                rows.Add([.. row]);
                row.Clear();
            }
        }

        return rows;
    }
}
