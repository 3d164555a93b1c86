using System.Diagnostics;
using SecretGuard.Detection;

namespace SecretGuard.Git.Tests;

/// <summary>Which lines of a text are new.</summary>
public sealed class AddedLinesTests
{
    [Theory]
    [InlineData("", "a\nb\n", "a|b")]
    [InlineData("a\nb\n", "a\nb\n", "")]
    [InlineData("a\nb\n", "a\nX\nb\n", "X")]
    [InlineData("a\nb\n", "X\na\nb\n", "X")]
    [InlineData("a\nb", "a\nb\nX", "X")]
    [InlineData("a\nb\nc\n", "a\nc\n", "")]
    [InlineData("a\nb\nc\n", "a\nB\nc\n", "B")]
    [InlineData("a\nab\n", "a\nXab\n", "Xab")]
    [InlineData("ab\nc\n", "abX\nc\n", "abX")]
    [InlineData("b\n", "ab\n", "ab")]
    [InlineData("ab\n", "b\n", "b")]
    [InlineData("a\nb\nc\n", "c\na\nb\n", "")]
    [InlineData("a\nb\n", "a\nb\na\n", "a")]
    [InlineData("a\na\n", "a\n", "")]
    [InlineData("a\nb\n", "a\r\nb\r\n", "")]
    [InlineData("a\r\nb\r\n", "a\nX\nb\n", "X")]
    [InlineData("a\rb\r", "a\rX\rb\r", "X")]
    [InlineData("a\nb", "a\nb\n", "")]
    [InlineData("a\n", "a\n\n", "")]
    [InlineData("a\nb\n", "", "")]
    public void Lines_ThatTheOlderTextLacks_AreNew(string before, string after, string expected)
    {
        // An empty line holds nothing that could be shown here.
        var lines = AddedLines.Between(Text(before), Text(after));
        Shown(lines, after).Where(line => line.Length > 0).ShouldBe(expected.Split('|', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void NoOlderText_MakesEveryLineNew()
    {
        var lines = AddedLines.Between(null, Text("a\nb\n"));
        lines.Count.ShouldBe(2);
        lines.Touch(0, 1).ShouldBeTrue();
        lines.Has(2).ShouldBeTrue();
        lines.Has(3).ShouldBeFalse();
    }

    [Fact]
    public void WhatIsNoText_IsNewAsAWhole()
    {
        Content binary = Content.FromBytes([1, 0, 2, 0, 0, 3], 6, "a.bin");
        var lines = AddedLines.Between(Text("a\n"), binary);
        lines.Count.ShouldBe(1);
        lines.Touch(0, 6).ShouldBeTrue();
        AddedLines.Between(binary, Text("a\nb\n")).Count.ShouldBe(2);
    }

    [Fact]
    public void ARange_IsTouchedFromItsFirstByteToItsLast()
    {
        var lines = AddedLines.Between(Text("aa\ncc\n"), Text("aa\nbb\ncc\n"));
        lines.Touch(0, 3).ShouldBeFalse();
        lines.Touch(2, 4).ShouldBeTrue();
        lines.Touch(5, 8).ShouldBeTrue();
        lines.Touch(6, 8).ShouldBeFalse();
    }

    /// <summary>Whatever is done to a text: what is new and what is kept make up the whole, and what is kept was there.</summary>
    [Fact]
    public void AnyChange_IsTakenApartIntoNewAndOld()
    {
        var random = new Random(11);
        for (int round = 0; round < 2000; round++)
        {
            string[] ends = ["\n", "\r\n", "\r"];
            string before = Make(random, ends), after = Make(random, ends);
            var added = AddedLines.Between(Text(before), Text(after));
            List<string> old = [.. Split(before)];
            string[] lines = Split(after);
            int count = 0;
            for (int i = 0; i < lines.Length; i++)
            {
                if (added.Has(i + 1))
                {
                    count++;
                }
                else
                {
                    old.Remove(lines[i]).ShouldBeTrue($"line {i + 1} of {after} is not new against {before}");
                }
            }

            added.Count.ShouldBe(count);
            lines.Where((_, i) => added.Has(i + 1)).ShouldAllBe(line => !old.Contains(line), $"{before} to {after}");
        }
    }

    [Fact]
    public void TextsWithoutACommonLine_TakeLinearTime()
    {
        string before = string.Join('\n', Enumerable.Range(0, 200_000)), after = string.Join('\n', Enumerable.Range(300_000, 200_000));
        long start = Stopwatch.GetTimestamp();
        AddedLines.Between(Text(before), Text(after)).Count.ShouldBe(200_000);
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static Content Text(string text) => Content.FromText(text, "a.txt");

    private static string Make(Random random, string[] ends) =>
        string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => new string((char)random.Next('a', 'd'), random.Next(3)) + ends[random.Next(ends.Length)])) + (random.Next(2) == 0 ? "b" : "");

    private static string[] Split(string text)
    {
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static IEnumerable<string> Shown(AddedLines added, string text) => Split(text).Where((_, i) => added.Has(i + 1));
}
