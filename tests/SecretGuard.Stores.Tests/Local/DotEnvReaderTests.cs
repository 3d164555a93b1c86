using SecretGuard.Stores.Local.DotEnv;

namespace SecretGuard.Stores.Tests.Local;

public sealed class DotEnvReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("A=1", "A@1")]
    [InlineData("A=1\nB=2\n", "A@1 B@2")]
    [InlineData("A=1\r\nB=2\r\n", "A@1 B@2")]
    [InlineData("A=1\rB=2", "A@1 B@2")]
    [InlineData("\uFEFFA=1", "A@1")]
    [InlineData("# A=1\n  # B=2\n\nC=3", "C@4")]
    [InlineData("export A=1\nexport\tB=2\n  export C = 3", "A@1 B@2 C@3")]
    [InlineData("export=1\nexported=2", "export@1 exported@2")]
    [InlineData("A = 1\nB\t=\t2", "A@1 B@2")]
    [InlineData("A: 1\nB: \"x\"", "A@1 B@2")]
    [InlineData("Section:Key=1", "Section:Key@1")]
    [InlineData("A.B-C=1", "A.B-C@1")]
    [InlineData("A=\nB=\"\"\nC=''\nD=``\nE=   ", "A@1! B@2! C@3! D@4! E@5!")]
    [InlineData("A= # none\nB=#some\nC=x # y", "A@1! B@2 C@3")]
    [InlineData("A", "A@1!")]
    [InlineData("A # B=1", "A@1!")]
    [InlineData("A=\"x\n# inside\nB=2\"\nC=3", "A@1 C@4")]
    [InlineData("A='x\r\nB=2'\r\nC=3", "A@1 C@3")]
    [InlineData("A=\"x \\\" y\nB=\"\nC=3", "A@1 C@3")]
    [InlineData("A=\"\\\\\"\nB=2", "A@1 B@2")]
    [InlineData("A='\\'\nB=2", "A@1 B@2")]
    [InlineData("A=\"x\" # y\nB=2", "A@1 B@2")]
    [InlineData("A=${B:-'x'}\nB=2", "A@1 B@2")]
    public void Text_SetsVariables(string text, string expected)
    {
        IReadOnlyList<DotEnvEntry> entries = DotEnvReader.Read(text, out IReadOnlyList<string> notices);
        string.Join(' ', entries.Select(entry => $"{entry.Name}@{entry.Line}{(entry.IsEmpty ? "!" : "")}")).ShouldBe(expected);
        notices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("A=\"x\nB=2", "A@1 B@2", "line 1: a quote is not closed; the line was taken as it is")]
    [InlineData("A=1\nA=2", "A@1 A@2", "line 2: 'A' was set in line 1; the later one counts")]
    [InlineData("some words\nB=2", "B@2", "line 1: this is not NAME=value")]
    [InlineData("=1\nB=2", "B@2", "line 1: this is not NAME=value")]
    public void Trouble_IsTold_AndTheRestIsRead(string text, string expected, string notice)
    {
        IReadOnlyList<DotEnvEntry> entries = DotEnvReader.Read(text, out IReadOnlyList<string> notices);
        string.Join(' ', entries.Select(entry => $"{entry.Name}@{entry.Line}")).ShouldBe(expected);
        notices.ShouldBe([notice]);
    }

    [Fact]
    public void ManyOpenQuotes_TakeLinearTime()
    {
        string text = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"A{i}='x\"\n"));
        DotEnvReader.Read(text + "B=1", out _).Count.ShouldBeGreaterThan(100_000);
    }

    [Fact]
    public void AnyText_EndsAndNeverThrows()
    {
        var random = new Random(7);
        for (int round = 0; round < 3000; round++)
        {
            char[] text = [.. Enumerable.Range(0, random.Next(40)).Select(_ => "AB=:#\"'`\\\r\n \t$export"[random.Next(20)])];
            DotEnvReader.Read(new string(text), out _).ShouldAllBe(entry => entry.Line > 0 && entry.Name.Length > 0);
        }
    }
}
