namespace SecretGuard.Tasks.Reports;

/// <summary>How loud a diagnostic is.</summary>
internal enum Loudness
{
    /// <summary>Not told.</summary>
    Silent,

    /// <summary>A warning of the build.</summary>
    Warning,

    /// <summary>An error of the build.</summary>
    Error,
}
