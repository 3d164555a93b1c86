using System.Text.Json;

namespace SecretGuard.Reporting.Tests;

/// <summary>The HTML page as text; what it does in a browser is tested in SecretGuard.Browser.Tests.</summary>
public sealed class HtmlReporterTests
{
    private const string DataStart = "<script type=\"application/json\" id=\"data\">";

    public static TheoryData<string> Names => Hostile.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void HostileText_StaysInsideItsElement(string name)
    {
        string page = Write(SampleReport.Hostile(Hostile.Texts[name]));
        Count(page, "<script").ShouldBe(3);
        Count(page, "</script>").ShouldBe(3);
        Count(page, "<tr class=\"finding").ShouldBe(2);
        Count(page, "<li>").ShouldBe(2);
        Count(page, "\n").ShouldBe(Count(Write(SampleReport.Hostile("plain")), "\n"));
        Data(page)[0].GetProperty("path").GetString()!.Length.ShouldBe(Hostile.Texts[name].Length);
    }

    [Fact]
    public void Data_HasOneEntryARowInTheSameOrder()
    {
        string page = Write(SampleReport.Full);
        string[] states = [.. Data(page).Select(entry => entry.GetProperty("state").GetString()!)];
        states.ShouldBe(["new", "suppressed", "new", "suppressed", "new", "new", "suppressed", "new", "new"]);
        Count(page, "<tr class=\"finding").ShouldBe(states.Length);
    }

    [Fact]
    public void Page_LoadsNothing()
    {
        string page = Write(SampleReport.Full);
        page.ShouldContain("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'");
        foreach (string loader in (string[])["src=", "<link", "@import", "url(", "fetch(", "XMLHttpRequest", "innerHTML"])
        {
            page.ShouldNotContain(loader);
        }
    }

    [Theory]
    [InlineData("https://example.org/a?b=c&d", "<a href=\"https://example.org/a?b=c&amp;d\" rel=\"noopener noreferrer\">x</a>")]
    [InlineData("javascript:alert(1)", "x")]
    [InlineData("not an address", "x")]
    public void Link_OpensAddressesOfTheWebOnly(string address, string expected) => HtmlText.Link(address, "x").ShouldBe(expected);

    private static string Write(Report report) => SampleReport.Write(new HtmlReporter(), report);

    private static JsonElement[] Data(string page)
    {
        int start = page.IndexOf(DataStart, StringComparison.Ordinal) + DataStart.Length;
        using var document = JsonDocument.Parse(page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)]);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
