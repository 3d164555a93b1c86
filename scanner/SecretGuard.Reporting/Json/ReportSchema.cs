namespace SecretGuard.Reporting;

/// <summary>The JSON Schema of the json format, for a command that prints it.</summary>
public static class ReportSchema
{
    /// <summary>The schema's text.</summary>
    public static string Text
    {
        get
        {
            using var reader = new StreamReader(typeof(ReportSchema).Assembly.GetManifestResourceStream("report.schema.json")!);
            return reader.ReadToEnd();
        }
    }
}
