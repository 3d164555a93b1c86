namespace SecretGuard.Findings;

/// <summary>A remark about the tool's own inputs.</summary>
/// <param name="DiagnosticId">SG9xxx.</param>
/// <param name="Severity">Whether it fails the run is the command's decision.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Location">Where, or null.</param>
public sealed record Notice(string DiagnosticId, Severity Severity, string Message, Location? Location);
