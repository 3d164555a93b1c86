namespace SecretGuard.Cli.Rehearsals;

/// <summary>What a layer did with a secret.</summary>
internal enum LayerState
{
    /// <summary>It stopped it.</summary>
    Blocks,

    /// <summary>Nothing of it is set up.</summary>
    NotSetUp,

    /// <summary>It is set up and let the secret pass.</summary>
    LetsPass,

    /// <summary>It is set up, and something else kept it from being tried.</summary>
    Unproven,

    /// <summary>What it looks at is as it should be.</summary>
    Holds,

    /// <summary>Something that it looks at is not.</summary>
    Fails,
}

/// <summary>What became of a secret in one layer.</summary>
/// <param name="Layer">The layer, for people.</param>
/// <param name="State">Whether it stopped it.</param>
/// <param name="Detail">Where it is set up, why it did not stop it, or how it is set up.</param>
internal sealed record Verdict(string Layer, LayerState State, string Detail);

/// <summary>One of the places that a secret should not get past.</summary>
internal interface ILayer
{
    /// <summary>Sends a secret through, and something harmless where only that tells a stop from a fault.</summary>
    IEnumerable<Verdict> Try(Rehearsal rehearsal);
}
