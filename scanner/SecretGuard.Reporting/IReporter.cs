namespace SecretGuard.Reporting;

/// <summary>Writes a report in one format.</summary>
public interface IReporter
{
    /// <summary>The name that <c>--format</c> takes.</summary>
    string Format { get; }

    /// <summary>Writes the whole report. The writer's encoding is UTF-8; line ends are <c>\n</c>.</summary>
    void Write(Report report, TextWriter output);
}
