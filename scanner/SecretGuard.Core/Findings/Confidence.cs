namespace SecretGuard.Findings;

/// <summary>How sure the detector is that a value is a secret. Maps one to one to SARIF's <c>precision</c>.</summary>
public enum Confidence
{
    /// <summary>Worth a look in an audit; below the default threshold.</summary>
    Low,

    /// <summary>A name that says secret bound to a value that looks like one.</summary>
    Medium,

    /// <summary>An unmistakable format, or a strong context.</summary>
    High,

    /// <summary>An unmistakable format whose checksum or structure was verified.</summary>
    VeryHigh,
}
