using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>Colours of the text report: ANSI sequences, or nothing.</summary>
internal sealed class TextStyle(bool color)
{
    public string Path(string text) => Paint("1;36", text);

    public string Faint(string text) => Paint("2", text);

    public string Heading(string text) => Paint("1", text);

    public string Mask(string text) => Paint("1;31", text);

    public string Good(string text) => Paint("32", text);

    public string Severity(Severity severity, string text) => Paint(
        severity switch
        {
            Findings.Severity.Critical => "1;97;41",
            Findings.Severity.High => "1;31",
            Findings.Severity.Medium => "33",
            Findings.Severity.Low => "36",
            _ => "2",
        },
        text);

    private string Paint(string code, string text) => color ? $"\e[{code}m{text}\e[0m" : text;
}
