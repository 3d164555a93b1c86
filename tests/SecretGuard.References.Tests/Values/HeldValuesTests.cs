using SecretGuard.References.Values;

namespace SecretGuard.References.Tests.Values;

/// <summary>The text of a file that a place is in: where it begins and ends, what it says, and how it is reached.</summary>
public sealed class HeldValuesTests
{
    [Theory]
    [InlineData("""{ "Smtp": { "Host": "a", "Password": "x‹›y" } }""", "Smtp:Password", "\"xy\"", "xy")]
    [InlineData("""{ /* a "note" */ "Keys": [ "a", "x‹›y", ], }""", "Keys:1", "\"xy\"", "xy")]
    [InlineData("""{ "P": "a\"‹›\u00e4" }""", "P", """
        "a\"\u00e4"
        """, "a\"ä")]
    [InlineData("""{ "ä": "ö", "P": "x‹›y", """, "P", "\"xy\"", "xy")]
    [InlineData("""{ "x‹›y": "a" }""", null, null, null)]
    [InlineData("""{ "Port": 12‹›34 }""", "Port", "1234", "1234")]
    public void Json_TellsTheTextThatHoldsAPlace(string marked, string? path, string? written, string? text) =>
        Check(marked, HeldValues.InJson, path, written, text);

    [Theory]
    [InlineData("services:\n  web:\n    environment:\n      - A=1\n      - P=x‹›y # note\n", "services:web:environment:1", "P=xy", "P=xy")]
    [InlineData("a: 1\r\np: 'x‹›''y'\r\nb: 2\r\n", "p", "'x''y'", "x'y")]
    [InlineData("a: 1\n---\nb: { p: \"x‹›y\" }\n", "b:p", "\"xy\"", "xy")]
    [InlineData("p: {{ .Values.a }}\nq: x‹›y\n", "q", "xy", "xy")]
    [InlineData("# x‹›y\np: 1\n", null, null, null)]
    public void Yaml_TellsTheTextThatHoldsAPlace(string marked, string? path, string? written, string? text) =>
        Check(marked, HeldValues.InYaml, path, written, text);

    [Fact]
    public void YamlBlock_IsToldAsOne() => HeldValues.InYaml("p: |\n  a\n  b\n", 8)!.IsBlock.ShouldBeTrue();

    private static void Check(string marked, Func<string, int, HeldValue?> find, string? path, string? written, string? text)
    {
        int at = marked.IndexOf("‹›", StringComparison.Ordinal);
        string file = marked.Replace("‹›", "", StringComparison.Ordinal);
        HeldValue? found = find(file, at);
        (found?.ToString(), found is null ? null : file[found.Start..found.End], found?.Text).ShouldBe((path, written?.Trim(), text));
    }
}
