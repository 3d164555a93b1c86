using System.Collections.Concurrent;
using Microsoft.Playwright;
using SecretGuard.Reporting;
using SecretGuard.Reporting.Tests;

namespace SecretGuard.Browser.Tests;

/// <summary>One browser for the tests of a class, and report pages opened in it. Uses the Chromium that is installed; downloads nothing.</summary>
public sealed class ReportPage : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string _folder = Directory.CreateTempSubdirectory("secretguard-page-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>What the pages logged as errors, and what they asked for besides themselves.</summary>
    internal ConcurrentQueue<string> Troubles { get; } = [];

    public async ValueTask InitializeAsync()
    {
        if (Executable() is { } path)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The page of a report in a window of a width; <paramref name="damage"/> may change its text first, and its errors are then expected.</summary>
    internal async Task<IPage> OpenAsync(Report report, int width, bool script = true, ColorScheme scheme = ColorScheme.Light, Func<string, string>? damage = null)
    {
        Assert.SkipWhen(_browser is null, "no Chromium on PATH");
        string file = Path.Combine(_folder, $"{Guid.NewGuid():N}.html");
        string text = SampleReport.Write(new HtmlReporter(), report);
        await File.WriteAllTextAsync(file, damage?.Invoke(text) ?? text, TestContext.Current.CancellationToken);
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
        });
        IPage page = await context.NewPageAsync();
        if (damage is null)
        {
            page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
            page.PageError += (_, error) => Note(true, error);
        }

        page.Request += (_, request) => Note(!request.Url.StartsWith("file://", StringComparison.Ordinal), request.Url);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    private void Note(bool wrong, string text)
    {
        if (wrong)
        {
            Troubles.Enqueue(text);
        }
    }

    private static string? Executable() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(["/usr/bin", "/usr/local/bin", "/snap/bin"])
        .SelectMany(_ => Names, Path.Combine)
        .FirstOrDefault(File.Exists);
}
