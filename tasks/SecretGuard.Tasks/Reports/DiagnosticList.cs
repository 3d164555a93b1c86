namespace SecretGuard.Tasks.Reports;

/// <summary>Ids as a project lists them, between semicolons, commas or blanks.</summary>
internal sealed class DiagnosticList(string text)
{
    private readonly HashSet<string> _ids = new(text.Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an id is listed.</summary>
    public bool Contains(string id) => _ids.Contains(id);
}
