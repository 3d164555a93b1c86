namespace SecretGuard.Findings;

/// <summary>What the user is told. Holds no secret: only a redacted preview, a masked line and a fingerprint.</summary>
public sealed record Finding
{
    /// <summary><c>SG1001</c> and so on: where it stands and what to do.</summary>
    public required string DiagnosticId { get; init; }

    /// <summary>The rule's slug, such as <c>github-fine-grained-pat</c>: which kind of secret it is.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's title for people, such as "GitHub fine-grained personal access token".</summary>
    public required string Title { get; init; }

    /// <summary>Where the secret stands.</summary>
    public required Location Location { get; init; }

    /// <summary>How sure the detector is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What a leak costs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The value with all but a harmless prefix masked: <c>ghp_…(40 characters)</c>.</summary>
    public required string Preview { get; init; }

    /// <summary>The masked source line.</summary>
    public required Excerpt Excerpt { get; init; }

    /// <summary>One clause that says why this is a secret ("checksum valid", "value of DB_PASSWORD"), or null.</summary>
    public string? Reason { get; init; }

    /// <summary><c>sg1:rule:scope:digest</c>, or null where no consumer asked for it.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Where in a history it stands; null for what was found in files as they are.</summary>
    public Provenance? Provenance { get; init; }
}
