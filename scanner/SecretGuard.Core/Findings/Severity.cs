namespace SecretGuard.Findings;

/// <summary>What a leak of this kind of secret costs. Decides the level in reports and what <c>--fail-on</c> counts.</summary>
public enum Severity
{
    /// <summary>Told, never counted.</summary>
    Info,

    /// <summary>Small reach: a test account, an expired token.</summary>
    Low,

    /// <summary>One service, one purpose.</summary>
    Medium,

    /// <summary>An account, a database, a repository.</summary>
    High,

    /// <summary>A cloud, a signing key, a whole organisation.</summary>
    Critical,
}
