using SecretGuard.Detection;
using SecretGuard.DetectSecrets.Lines;

namespace SecretGuard.DetectSecrets.Tests.Lines;

/// <summary>How settings and YAML are written anew before plugins look at them.</summary>
public sealed class LineTests
{
    [Theory]
    [InlineData("[a]\nkey = value\n# note\n\nother: 'x'\n  more\n", "2 key = \"value\"|5 other = \"x\"|6 other = \"more\"")]
    [InlineData("key = value\n", null)]
    [InlineData("[a]\nfoo()\n", null)]
    [InlineData("[a]\nk=1\nk=2\n", null)]
    [InlineData("[a]\n[a]\n", null)]
    [InlineData("[a]\nk = say \"x\"\n", "2 k = \"say \\\"x\\\"\"")]
    public void Ini_WithSections(string text, string? lines) => Shown(IniLines.Read(text.TrimEnd().Split('\n'), hasSections: true)).ShouldBe(lines);

    [Theory]
    [InlineData("A=1\n; x\nB = y # z\n", "1 A = \"1\"|3 B = \"y # z\"")]
    [InlineData("import os\n", null)]
    public void Ini_WithoutSections(string text, string? lines) => Shown(IniLines.Read(text.TrimEnd().Split('\n'), hasSections: false)).ShouldBe(lines);

    [Theory]
    [InlineData("a:\n  b: text # note\n  c: 5\n  d: 'x'\n- \n", null)]
    [InlineData("a:\n  b: text # note\n  c: 5\n  d: 'x'\n  e: [p, q]\n", "2 b: \"text\" # note|4 d: \"x\"")]
    [InlineData("a: |\n  one\n  two\nb: x\n", "2   one|3   two|4 b: \"x\"")]
    [InlineData("{ a: x, b: y }\n", "1 a: \"x\"|1 b: \"y\"")]
    [InlineData("a: {{ .Values.x }}\nb: [\n", null)]
    public void Yaml(string text, string? lines) => Shown(YamlLines.Read(new FileText(Content.FromText(text, "a.yaml")))).ShouldBe(lines);

    [Fact]
    public void Text_EndsLinesAsPythonDoes() =>
        new FileText(Content.FromText("a\nb\r\nc\rd\u2028e\f", "a.txt")).Lines.ShouldBe(["a", "b", "c", "d\u2028e\f"]);

    private static string? Shown(IReadOnlyList<NumberedLine>? lines) => lines is null ? null : string.Join('|', lines.Select(line => $"{line.Number} {line.Text}"));
}
