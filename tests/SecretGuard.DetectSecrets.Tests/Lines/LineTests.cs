using System.Text;
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
    [InlineData("a: [1, 2\n", null)]
    [InlineData("a: {b: 1\npassword: x\n", null)]
    [InlineData("a: [x\nb: y", null)]
    [InlineData("- 'x\n", null)]
    public void Yaml(string text, string? lines) => Shown(YamlLines.Read(new FileText(Content.FromText(text, "a.yaml")))).ShouldBe(lines);

    [Fact]
    public void Text_EndsLinesAsPythonDoes() =>
        new FileText(Content.FromText("a\nb\r\nc\rd\u2028e\f", "a.txt")).Lines.ShouldBe(["a", "b", "c", "d\u2028e\f"]);

    /// <summary>What is being typed is cut off anywhere, and has anything in its midst.</summary>
    [Fact]
    public void Yaml_ThatIsBrokenInAnyWay_IsNoneOrIsRead()
    {
        const string Text = "a: &x [1, 'two', \"three\\n\", {b: c}]\n? k\n: *x\nd: |\n  e\n- f: !!str g # h\n...\n--- %YAML\n<<: [*x]\n";
        const string Signs = "[]{}'\"|>&*!%#?:-,\t\\@`\0\u0085\uFEFF";
        var random = new Random(4);
        for (int round = 0; round < 4000; round++)
        {
            var text = new StringBuilder(Text[..random.Next(Text.Length + 1)]);
            for (int more = random.Next(4); more > 0; more--)
            {
                text.Insert(random.Next(text.Length + 1), Signs[random.Next(Signs.Length)]);
            }

            Should.NotThrow(() => YamlLines.Read(new FileText(Content.FromText(text.ToString(), "a.yaml"))), $"round {round}: {text}");
        }
    }

    private static string? Shown(IReadOnlyList<NumberedLine>? lines) => lines is null ? null : string.Join('|', lines.Select(line => $"{line.Number} {line.Text}"));
}
