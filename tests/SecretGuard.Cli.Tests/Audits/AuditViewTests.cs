using System.Globalization;
using SecretGuard.Cli.Audits;
using SecretGuard.Cli.Audits.Screens;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;
using Spectre.Console;

namespace SecretGuard.Cli.Tests.Audits;

/// <summary>What the screen shows. The secrets are made when the test runs; approved is what stands around them.</summary>
public sealed class AuditViewTests : IDisposable
{
    private const string Slug = "github-pat-classic";

    private readonly string _folder = Directory.CreateTempSubdirectory("secretguard-test-").FullName;
    private readonly List<string> _planted = [];
    private readonly Random _random = new(20261127);
    private readonly DecisionsInMemory _file = new();

    public static TheoryData<int, int> Sizes => new() { { 120, 40 }, { 80, 24 }, { 50, 15 } };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Screen_OfEveryMode_FitsTheWindow(int width, int height)
    {
        AuditDialog dialog = Dialog();
        var screens = new List<string>();
        foreach ((string title, string keys) in new[] { ("asked", ""), ("asked for a reason", "y"), ("accepted, and the next", "↵"), ("more of it", "o"), ("undone", "ou"), ("many", "!"), ("these many", "rule:*↵"), ("help", "⎋?"), ("filtered", " /key⌫⌫⌫tests↵"), ("nothing left", "/nowhere↵") })
        {
            AuditDialogTests.Press(dialog, keys);
            string[] lines = Show(dialog, width, height);
            lines.Length.ShouldBe(height, title);
            lines.ShouldAllBe(line => line.Length <= width);
            screens.Add($"# {title}\n{string.Join('\n', lines.Select(line => line.TrimEnd()))}\n");
        }

        string.Join('\n', screens).ShouldMatchApproved(settings => settings.SubFolder("../Approved").WithDiscriminator($"{width}x{height}").NoDiff());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 3)]
    [InlineData(20, 6)]
    [InlineData(300, 100)]
    public void Screen_OfAnySize_FillsItAndNoMore(int width, int height)
    {
        foreach (string keys in new[] { "", "y", "!", "!rule:*↵", "?", "/nowhere↵", "o" })
        {
            AuditDialog dialog = Dialog();
            AuditDialogTests.Press(dialog, keys);
            string[] lines = Show(dialog, width, height);
            lines.Length.ShouldBe(height);
            lines.ShouldAllBe(line => line.Length <= width);
        }
    }

    /// <summary>Nobody should decide about what is not to be seen.</summary>
    [Theory]
    [InlineData(80, 3)]
    [InlineData(60, 4)]
    [InlineData(60, 6)]
    [InlineData(60, 9)]
    [InlineData(60, 10)]
    public void Secret_InALowWindow_IsInSight(int width, int height)
    {
        string[] lines = Show(Dialog(), width, height);
        string.Join('\n', lines).ShouldContain("••••••••");
        lines[^1].ShouldContain("q");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(78)]
    public void Keys_AreShownWhole(int width) => string.Join('\n', Show(Dialog(), width, 14)).ShouldContain("q quit");

    [Fact]
    public void Secret_AtTheEndOfALongLine_IsInSight()
    {
        string secret = Plant();
        AuditDialog dialog = Dialog(Item("min.js", $"{string.Concat(Enumerable.Repeat("var a=1;", 5000))}password=\"{secret}\";{new string('b', 5000)}"));
        string[] lines = Raw(dialog, 60, 20);
        int at = Array.FindIndex(lines, line => line.Contains(secret, StringComparison.Ordinal));
        lines[at].ShouldContain("…");
        lines[at + 1].IndexOf('^', StringComparison.Ordinal).ShouldBe(lines[at].IndexOf(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\e[2J\e]0;gotcha\a", @"\u001B[2J\u001B]0;gotcha\u0007")]
    [InlineData("\u202E", @"\u202E")]
    [InlineData("\u0001\u0008", @"\u0001\u0008")]
    [InlineData("\t", "    ")]
    public void WhatATerminalWouldObey_IsShown(string hostile, string shown)
    {
        string secret = Plant();
        string[] lines = Raw(Dialog(Item("a.py", $"# {hostile}\npassword = \"{secret}\"  # {hostile}{hostile}", line: 2)), 160, 30);
        lines.ShouldContain(line => line.Contains(secret, StringComparison.Ordinal) && line.Contains(shown + shown, StringComparison.Ordinal));
        lines.ShouldAllBe(line => !line.Any(char.IsControl));
    }

    [Fact]
    public void Secret_BehindWideAndCombiningCharacters_IsMarkedWhereItStands()
    {
        string secret = Plant();
        string[] lines = Raw(Dialog(Item("a.py", $"パスワード = \"{secret}\"")), 80, 20);
        string line = lines.Single(line => line.Contains(secret, StringComparison.Ordinal)), marks = lines.Single(line => line.Contains('^'));

        // Five characters that take ten cells.
        marks.IndexOf('^', StringComparison.Ordinal).ShouldBe(line.IndexOf(secret, StringComparison.Ordinal) + 5);
        marks.Count(c => c == '^').ShouldBe(secret.Length);
    }

    [Fact]
    public void File_ThatChangedOrWent_ShowsTheMaskedLineAndSaysWhy()
    {
        AuditDialog dialog = Dialog(Item("a.py", $"password = \"{Plant()}\""));
        Raw(dialog, 80, 24, scannedAt: DateTimeOffset.UnixEpoch).ShouldContain(line => line.StartsWith("(the file was changed since the scan", StringComparison.Ordinal));
        File.Delete(Path.Combine(_folder, "a.py"));
        string[] lines = Raw(dialog, 80, 24);
        lines.ShouldContain(line => line.StartsWith("(the file is gone)", StringComparison.Ordinal));
        lines.ShouldAllBe(line => !line.Contains(_planted[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Secret_OfSeveralLines_IsMarkedOnEach()
    {
        string first = Plant(), second = Plant();
        AuditItem item = Item("a.pem", $"begin\n{first}\n{second}\nend", line: 2, endLine: 3);
        string[] lines = Raw(Dialog(item), 80, 24);
        lines.Where(line => line.StartsWith('>')).Select(line => line.Trim().Split(' ')[^1]).ShouldBe([first, second]);
    }

    private string Plant()
    {
        string secret = Catalogue.Default.Rules.Single(rule => rule.Slug == Slug).MakeExample(_random);
        _planted.Add(secret);
        return secret;
    }

    /// <summary>A secret in a file that is there; the whole of the planted value on its line, or whole lines.</summary>
    private AuditItem Item(string path, string text, int line = 1, int? endLine = null)
    {
        string full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        string[] lines = text.Split('\n');
        int start = lines[line - 1].IndexOf(_planted[^1], StringComparison.Ordinal);
        Location place = endLine is { } end ? new Location(path, line, 1, end, lines[end - 1].Length + 1) : new Location(path, line, start + 1, line, start + _planted[^1].Length + 1);
        AuditItem item = AuditSamples.Item(path, Slug);
        return item with { Places = [item.First with { Location = place, Title = "GitHub personal access token (classic)", Reason = "checksum valid", Preview = "ghp_… (40 characters)" }] };
    }

    private AuditDialog Dialog(params AuditItem[] items)
    {
        if (items.Length == 0)
        {
            AuditItem twice = Item("src/settings.json", $"{{\n  \"Mail\": {{\n    \"Host\": \"mail.corp.example.net\",\n    \"User\": \"orders\",\n    \"Password\": \"{Plant()}\"\n  }},\n  \"Retries\": 3\n}}\n", line: 5);
            items =
            [
                twice with { Places = [twice.First, twice.First with { Location = twice.First.Location with { Path = "test/settings.json" } }] },
                Item("tests/data/a.env", $"PASSWORD={Plant()}\n"),
                Item("tests/data/b.env", $"PASSWORD={Plant()}\n"),
            ];
            _file.Baseline = new Baseline([new BaselineEntry(items[1].Fingerprint) { Owner = "ops" }]);
        }

        return new AuditDialog(new AuditSession(items, _file, AuditSamples.Today, all: false), AuditSamples.Terms());
    }

    /// <summary>The screen, the secrets masked, also where one is cut off.</summary>
    private string[] Show(AuditDialog dialog, int width, int height) => [.. Raw(dialog, width, height).Select(line => _planted.Aggregate(line, Mask))];

    private static string Mask(string line, string secret)
    {
        for (int length = secret.Length; length > "ghp_".Length; length--)
        {
            line = line.Replace(secret[..length], new string('•', length), StringComparison.Ordinal);
        }

        return line;
    }

    private string[] Raw(AuditDialog dialog, int width, int height, DateTimeOffset? scannedAt = null)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        (console.Profile.Width, console.Profile.Height) = (width, height);
        console.Write(new AuditView(dialog, new SourceReader(_folder, scannedAt ?? DateTimeOffset.MaxValue), Catalogue.Default.Rules, around: 5));
        return output.ToString().ReplaceLineEndings("\n").Split('\n');
    }
}
