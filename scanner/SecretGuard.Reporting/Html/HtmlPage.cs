using SecretGuard.Inventories;

namespace SecretGuard.Reporting;

/// <summary>A page without a script that needs no network and no other file.</summary>
internal static class HtmlPage
{
    /// <summary>Everything before the content.</summary>
    /// <param name="title">What the page is.</param>
    /// <param name="outcome">What it says, in one line.</param>
    /// <param name="output">Takes it.</param>
    public static void WriteHead(string title, string outcome, TextWriter output) => output.Write($$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>SecretGuard: {{HtmlText.Escape(title)}}</title>
        <style>
        {{HtmlAssets.Style}}
        main table { table-layout: auto; }
        main thead th:nth-child(n) { width: auto; }
        td { border-top: 1px solid var(--line); }
        </style>
        </head>
        <body>
        <header>
        <h1>SecretGuard <span>{{HtmlText.Escape(title)}}</span></h1>
        <p class="outcome">{{HtmlText.Escape(outcome)}}</p>
        </header>
        <main>

        """.ReplaceLineEndings("\n"));

    /// <summary>Everything behind it.</summary>
    public static void WriteFoot(string toolVersion, TextWriter output) => output.Write($"</main>\n<footer>SecretGuard {HtmlText.Escape(toolVersion)}. This page holds no secret.</footer>\n</body>\n</html>\n");

    /// <summary>The class that says how grave a state is.</summary>
    public static string ClassOf(RotationStatus status) => status switch
    {
        RotationStatus.Overdue => "high",
        RotationStatus.Late => "medium",
        RotationStatus.Due => "low",
        _ => "info",
    };
}
