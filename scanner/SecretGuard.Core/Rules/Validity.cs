namespace SecretGuard.Rules;

/// <summary>What an offline check of a token's structure or checksum says.</summary>
public enum Validity
{
    /// <summary>The format carries nothing that can be checked.</summary>
    Unknown,

    /// <summary>The check passed: confidence rises to <see cref="Findings.Confidence.VeryHigh"/>.</summary>
    Valid,

    /// <summary>The check failed: this provider's rule does not apply; the generic rules still judge the value.</summary>
    Invalid,
}
