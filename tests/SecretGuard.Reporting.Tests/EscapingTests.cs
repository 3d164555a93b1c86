using System.Text;
using System.Xml.Linq;

namespace SecretGuard.Reporting.Tests;

/// <summary>Hostile text in the formats that are not JSON: it stays text.</summary>
public sealed class EscapingTests
{
    public static TheoryData<string> Names => Hostile.Names;

    /// <summary>A reason that asks has its sign already.</summary>
    [Theory]
    [InlineData("msbuild")]
    [InlineData("checkstyle")]
    [InlineData("teamcity")]
    public void ReasonInOneLine_EndsAsASentence(string format)
    {
        Write(format, "no store is called so").ShouldContain("Why: no store is called so.");
        string asking = Write(format, "no store is called so; is it another?");
        asking.ShouldContain("Why: no store is called so; is it another?");
        asking.ShouldNotContain("Why: no store is called so; is it another?.");
    }

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
    public void Checkstyle_IsWellFormedAndHasOneErrorEach(string name)
    {
        XElement root = XDocument.Parse(Write("checkstyle", Hostile.Texts[name])).Root!;
        root.Name.LocalName.ShouldBe("checkstyle");
        root.Descendants("error").Select(error => error.Attribute("source")!.Value).ShouldBe(["secretguard.SG1001.acme-token", "secretguard.SG9003", "secretguard.SG9007"]);
        root.Elements("file").ShouldHaveSingleItem().Attribute("name")!.Value.Where(char.IsLetterOrDigit).ShouldBe(Hostile.Texts[name].Where(char.IsLetterOrDigit));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TeamCity_IsOneMessageALineThatDecodesToTheText(string name)
    {
        string text = Hostile.Texts[name];
        string[] lines = Lines("teamcity", text);
        lines.Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)]).ShouldBe(["##teamcity[buildProblem", "##teamcity[inspectionType", "##teamcity[inspection", "##teamcity[message"]);
        int start = lines[2].IndexOf(" file='", StringComparison.Ordinal) + " file='".Length;
        string file = FromTeamCity(lines[2][start..lines[2].IndexOf("' line='", StringComparison.Ordinal)]);
        file.ShouldBe(text);
        lines.ShouldAllBe(line => line.All(c => c >= ' ' && c <= '~') && line.EndsWith(']'));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MSBuild_IsOneErrorALineWithItsPlace(string name)
    {
        string text = Hostile.Texts[name];
        string[] lines = Lines("msbuild", text);
        lines.Length.ShouldBe(3);
        lines[0].ShouldMatch("^SecretGuard : error SG9007: ");
        foreach (string line in lines[1..])
        {
            // As MSBuild reads it: the origin is what stands before the first colon.
            string[] parts = line.Split(':', 3);
            parts[0].ShouldMatch(@"\(\d+,\d+,\d+,\d+\)$");
            parts[1].ShouldMatch("^ (error SG1001|warning SG9003)$");
        }

        lines[1].ShouldEndWith(" [acme-token]");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TextInANarrowWindow_KeepsTheMarksUnderTheMask(string name)
    {
        const int Columns = 60;
        Report report = SampleReport.Full;
        string text = Hostile.Texts[name];
        report = report with { Findings = [.. report.Findings.Select(finding => finding with { Excerpt = new(text + SampleReport.Mask + text, text.Length, SampleReport.Mask.Length) })] };
        string[] lines = SampleReport.Write(new TextReporter(color: false, Columns), report).Split('\n');
        int[] marks = [.. Enumerable.Range(0, lines.Length).Where(i => lines[i].Contains(" ^^^^^^^^ ", StringComparison.Ordinal))];
        marks.Length.ShouldBe(report.Findings.Count);
        foreach (int i in marks)
        {
            DisplayWidth.Of(lines[i]).ShouldBeLessThanOrEqualTo(Columns);
            DisplayWidth.Of(lines[i - 1]).ShouldBeLessThanOrEqualTo(Columns);
            string before = lines[i - 1][..lines[i - 1].IndexOf(SampleReport.Mask, StringComparison.Ordinal)];
            DisplayWidth.Of(before).ShouldBe(lines[i].IndexOf('^', StringComparison.Ordinal));
        }
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

    private static string FromTeamCity(string text)
    {
        var plain = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            bool escaped = text[i] == '|' && ++i < text.Length, coded = escaped && text[i] == '0';
            plain.Append(coded ? (char)Convert.ToInt32(text.Substring(i + 2, 4), 16) : escaped && text[i] == 'n' ? '\n' : escaped && text[i] == 'r' ? '\r' : text[i]);
            i += coded ? "x0000".Length : 0;
        }

        return plain.ToString();
    }

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
