using System.Globalization;
using System.Text;

namespace SecretGuard.Reporting.Tests;

/// <summary>Rotations as a page, a comment and a calendar.</summary>
public sealed class RotationTests
{
    private const int MostOctets = 75;

    [Theory]
    [InlineData("html")]
    [InlineData("markdown")]
    public void Sample_IsWrittenAsApproved(string format) => Part(Write(format, "ops")).ShouldMatchApproved(options => options
        .NoDiff().SubFolder("Approved").WithFilenameGenerator((_, _, type, _) => $"document.rotation.{format}.{type}.txt"));

    [Fact]
    public void Calendar_IsWrittenAsApproved() => Calendar("ops").ReplaceLineEndings("\n").ShouldMatchApproved(options => options
        .NoDiff().SubFolder("Approved").WithFilenameGenerator((_, _, type, _) => $"rotation.icalendar.{type}.txt"));

    [Fact]
    public void CalendarPage_IsWrittenAsApproved()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Made("ops", RotationSample.Day).WritePage(output, "1.2.3");
        Part(output.ToString()).ShouldMatchApproved(options => options.NoDiff().SubFolder("Approved").WithFilenameGenerator((_, _, type, _) => $"rotation.calendar.html.{type}.txt"));
    }

    [Theory]
    [MemberData(nameof(Hostile.Names), MemberType = typeof(Hostile))]
    public void HostileText_CannotActInAPage_NorInAComment(string name)
    {
        string text = Hostile.Texts[name], page = Write("html", text), comment = Write("markdown", text);
        page.ShouldNotContain("<script");
        page.Split('\n').Length.ShouldBe(Write("html", "ops").Split('\n').Length);
        comment.Split('\n').Length.ShouldBe(Write("markdown", "ops").Split('\n').Length);
        comment.ShouldNotContain("<script");
        comment.ShouldNotContain("[l](http");
    }

    [Theory]
    [MemberData(nameof(Hostile.Names), MemberType = typeof(Hostile))]
    public void Calendar_IsOfLinesThatEveryReaderTakes(string name)
    {
        string text = Calendar(Hostile.Texts[name]);
        text.ShouldEndWith("END:VCALENDAR\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).EnumerateRunes().ShouldAllBe(rune => VisibleText.IsPlain(rune));
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= MostOctets);
        string[] lines = Unfolded(text);
        lines.Where(line => line.StartsWith("BEGIN:", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(Unfolded(Calendar("ops")).Where(line => line.StartsWith("BEGIN:", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        lines.Where(line => line.Length > 0).ShouldAllBe(line => char.IsAsciiLetterUpper(line[0]) && line.Contains(':', StringComparison.Ordinal));
    }

    [Fact]
    public void Calendar_EscapesTexts()
    {
        string[] lines = Unfolded(Calendar(@"a,b;c\d"));
        lines.ShouldContain(@"SUMMARY:Rotate a\,b\;c\\d-db (prod)");
        lines.First(line => line.StartsWith("DESCRIPTION:", StringComparison.Ordinal)).ShouldStartWith(@"DESCRIPTION:store: a\,b\;c\\d\nchanged: 2025-11-24\nevery: quarterly\n");
    }

    [Fact]
    public void Events_KeepTheirIdentity_WhateverTheDay_AndShareItWithNoOther()
    {
        static string[] Ids(string calendar) => [.. Unfolded(calendar).Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];
        string[] ids = Ids(Calendar("ops"));
        ids.ShouldBeUnique();
        Ids(Calendar("ops", RotationSample.Day.AddDays(90))).ShouldBe(ids);
        using var other = new StringWriter(CultureInfo.InvariantCulture);
        new RotationCalendar(RotationSample.Entries("ops"), RotationSample.Day, "another repository").WriteCalendar(other);
        Ids(other.ToString()).ShouldAllBe(id => !ids.Contains(id));
    }

    [Theory]
    [InlineData("00:00:30", "PT0S")]
    [InlineData("00:30:00", "PT30M")]
    [InlineData("01:00:00", "PT1H")]
    [InlineData("7.00:00:00", "P7D")]
    [InlineData("1.02:05:00", "P1DT2H5M")]
    public void Span_IsADurationOfCalendars(string span, string expected) => CalendarText.Span(TimeSpan.Parse(span, CultureInfo.InvariantCulture)).ShouldBe(expected);

    /// <summary>What is of the document itself: the style is that of every page.</summary>
    private static string Part(string text) => text.IndexOf("<header>", StringComparison.Ordinal) is var at and >= 0 ? text[at..] : text;

    private static RotationCalendar Made(string text, DateTimeOffset stamp) => new(RotationSample.Entries(text), stamp, "scope");

    private static string Calendar(string text, DateTimeOffset? stamp = null)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Made(text, stamp ?? RotationSample.Day).WriteCalendar(output);
        return output.ToString();
    }

    private static string[] Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    private static string Write(string format, string text)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new RotationDocument("rotation-status", RotationSample.Day, RotationSample.Entries(text)) { ToolVersion = "1.2.3" }.Write(format, output);
        return output.ToString();
    }
}
