namespace SecretGuard.Reporting;

/// <summary>The page's style and script: files of their own in the source, part of the page when written.</summary>
internal static class HtmlAssets
{
    private static readonly Lazy<string> StyleText = new(() => Read("page.css"));
    private static readonly Lazy<string> ScriptText = new(() => Read("page.js"));

    /// <summary>The contents of page.css.</summary>
    public static string Style => StyleText.Value;

    /// <summary>The contents of page.js.</summary>
    public static string Script => ScriptText.Value;

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(HtmlAssets).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
