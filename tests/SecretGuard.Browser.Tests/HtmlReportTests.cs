using Microsoft.Playwright;
using SecretGuard.Reporting;
using SecretGuard.Reporting.Tests;

namespace SecretGuard.Browser.Tests;

/// <summary>The HTML report in a browser, at the width of a desktop and of a phone.</summary>
public sealed class HtmlReportTests(ReportPage report) : IClassFixture<ReportPage>, IDisposable
{
    private const int Desktop = 1280;
    private const int Phone = 375;

    public static TheoryData<int> Widths => [Desktop, Phone];

    /// <summary>No test may leave an error in the console or a request to anywhere: the page's policy forbids both.</summary>
    public void Dispose() => report.Troubles.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Page_OpensWithNewFindingsWorstFirstAndDoesNotScrollSideways(int width)
    {
        IPage page = await report.OpenAsync(SampleReport.Full, width);
        (await SeveritiesAsync(page)).ShouldBe(["critical", "critical", "high", "medium", "low", "info"]);
        (await CountAsync(page)).ShouldBe("6 of 9 findings match.");
        (await OverflowAsync(page)).ShouldBeLessThanOrEqualTo(0);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Search_RuleStateAndSeverity_FilterTogether(int width)
    {
        IPage page = await report.OpenAsync(SampleReport.Full, width);
        await page.Locator("#search").FillAsync("PROD checksum");
        (await CountAsync(page)).ShouldBe("2 of 9 findings match.");
        await page.Locator("#state").SelectOptionAsync("suppressed");
        (await CountAsync(page)).ShouldBe("1 of 9 findings match.");
        await page.Locator("#state").SelectOptionAsync("");
        (await CountAsync(page)).ShouldBe("3 of 9 findings match.");
        await page.Locator("#search").FillAsync("");
        await page.Locator("#rule").SelectOptionAsync("SG1001/test-key");
        (await CountAsync(page)).ShouldBe("4 of 9 findings match.");
        await page.Locator("[data-severity=low]").ClickAsync();
        (await SeveritiesAsync(page)).ShouldBe(["info"]);
        (await page.Locator("[data-severity=low]").GetAttributeAsync("aria-pressed")).ShouldBe("false");
        await page.Locator("#reset").ClickAsync();
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("6 of 9 findings match.");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task NothingThatMatches_IsSaid(int width)
    {
        IPage page = await report.OpenAsync(SampleReport.Full, width);
        await page.Locator("#search").FillAsync("nowhere to be found");
        (await CountAsync(page)).ShouldBe("Nothing matches.");
        (await page.Locator("tr.finding").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ColumnHeaders_SortBothWaysAndSaySo()
    {
        IPage page = await report.OpenAsync(SampleReport.Full, Desktop);
        ILocator header = page.Locator("th[data-sort=path]");
        await header.GetByRole(AriaRole.Button).ClickAsync();
        (await header.GetAttributeAsync("aria-sort")).ShouldBe("ascending");
        string[] ascending = await PathsAsync(page);
        ascending.ShouldBe(ascending.Order(StringComparer.Ordinal));
        await header.GetByRole(AriaRole.Button).ClickAsync();
        (await header.GetAttributeAsync("aria-sort")).ShouldBe("descending");
        (await PathsAsync(page))[0].ShouldBe(ascending[^1]);
        (await page.Locator("th[aria-sort]").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task PhoneWithoutColumnHeaders_SortsByAList()
    {
        IPage page = await report.OpenAsync(SampleReport.Full, Phone);
        await page.Locator("#sort").SelectOptionAsync("confidence");
        IReadOnlyList<string> confidences = await page.Locator("td.confidence").AllInnerTextsAsync();
        confidences[0].ShouldStartWith("very high");
        confidences[^1].ShouldStartWith("low");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Groups_HaveACountAndFoldWithTheKeyboard(int width)
    {
        IPage page = await report.OpenAsync(SampleReport.Full, width);
        await page.Locator("#group").SelectOptionAsync("path");
        (await page.Locator("tr.group").CountAsync()).ShouldBe(4);
        ILocator first = page.Locator("tr.group button").First;
        (await first.InnerTextAsync()).ShouldBe("deploy/prod.env");
        (await page.Locator("tr.group .number").First.InnerTextAsync()).ShouldBe("2");
        await first.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        (await first.GetAttributeAsync("aria-expanded")).ShouldBe("false");
        (await page.Locator("tr.finding").CountAsync()).ShouldBe(4);
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("deploy/prod.env");
        (await OverflowAsync(page)).ShouldBeLessThanOrEqualTo(0);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Keyboard_ReachesEveryControlAndShowsWhereItIs(int width)
    {
        IPage page = await report.OpenAsync(SampleReport.Full, width);
        int controls = await page.Locator("a:visible, button:visible, input:visible, select:visible").CountAsync();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < controls; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.outerHTML"));
            (await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).ShouldBe("solid");
        }

        reached.ShouldContain(html => html.Contains("skip", StringComparison.Ordinal));
        reached.ShouldContain(html => html.Contains("id=\"rule\"", StringComparison.Ordinal));
        reached.Count.ShouldBeGreaterThanOrEqualTo(controls - 1);
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("search");
        await page.Keyboard.TypeAsync("prod");
        await page.Keyboard.PressAsync("Escape");
        (await CountAsync(page)).ShouldBe("6 of 9 findings match.");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task WithoutAScript_EveryFindingIsThere(int width)
    {
        IPage page = await report.OpenAsync(SampleReport.Full, width, script: false);
        (await page.Locator("tr.finding").CountAsync()).ShouldBe(9);
        (await page.Locator("#toolbar").IsVisibleAsync()).ShouldBeFalse();
        (await OverflowAsync(page)).ShouldBeLessThanOrEqualTo(0);
    }

    [Fact]
    public async Task ScriptThatFails_LeavesEveryFindingReadable()
    {
        IPage page = await report.OpenAsync(SampleReport.Full, Desktop, damage: page => page.Replace("const pageSize", "const const", StringComparison.Ordinal));
        (await page.Locator("tr.finding:visible").CountAsync()).ShouldBe(9);
        (await page.Locator("#toolbar").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task ManyFindings_AreShownInParts()
    {
        IPage page = await report.OpenAsync(SampleReport.Large(30_000), Desktop);
        (await page.Locator("tr.finding").CountAsync()).ShouldBe(200);
        await page.Locator("#more").ClickAsync();
        (await page.Locator("tr.finding").CountAsync()).ShouldBe(400);
        await page.Locator("#search").FillAsync("module0700");
        (await CountAsync(page)).ShouldBe("40 of 30000 findings match.");
        await page.Locator("#search").FillAsync("");
        (await CountAsync(page)).ShouldBe("30000 of 30000 findings match.");
    }

    [Fact]
    public async Task HostileText_StaysText()
    {
        IPage page = await report.OpenAsync(SampleReport.Hostile("</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"), Desktop);
        (await page.TitleAsync()).ShouldStartWith("SecretGuard");
        (await page.Locator("img").CountAsync()).ShouldBe(0);
        (await page.Locator("tr.finding").First.InnerTextAsync()).ShouldContain("</script>");
    }

    [Fact]
    public async Task LongUnbrokenText_DoesNotWidenAPhone()
    {
        IPage page = await report.OpenAsync(SampleReport.Hostile(new string('x', 3000)), Phone);
        (await OverflowAsync(page)).ShouldBeLessThanOrEqualTo(0);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Colors_ContrastEnoughToRead(ColorScheme scheme)
    {
        IPage page = await report.OpenAsync(SampleReport.Full, Desktop, scheme: scheme);
        await page.Locator("#state").SelectOptionAsync("");
        double worst = await page.EvaluateAsync<double>(ContrastScript);

        // WCAG 2.2 AA for text of ordinary size.
        worst.ShouldBeGreaterThanOrEqualTo(4.5);
    }

    /// <summary>The lowest contrast of a text and the nearest opaque background behind it.</summary>
    private const string ContrastScript = """
        () => {
          const parse = (color) => color.match(/[\d.]+/g).map(Number);
          const light = (rgb) => {
            const [r, g, b] = rgb.slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const behind = (element) => {
            for (let e = element; e; e = e.parentElement) {
              const rgb = parse(getComputedStyle(e).backgroundColor);
              if (rgb.length < 4 || rgb[3] === 1) return rgb;
            }
            return [255, 255, 255];
          };
          const texts = [...document.querySelectorAll("body *")].filter(
            (e) => e.offsetParent && !["SCRIPT", "OPTION"].includes(e.tagName) && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
          return Math.min(...texts.map((e) => {
            const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))];
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          }));
        }
        """;

    private static async Task<string[]> SeveritiesAsync(IPage page) => [.. await page.Locator("tr.finding td.severity").AllInnerTextsAsync()];

    private static async Task<string[]> PathsAsync(IPage page) => [.. (await page.Locator("tr.finding td.where").AllInnerTextsAsync()).Select(text => text.Split(':')[0])];

    private static Task<string> CountAsync(IPage page) => page.Locator("#count").InnerTextAsync();

    private static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
