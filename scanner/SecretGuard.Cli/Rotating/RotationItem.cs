using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Rotating;

/// <summary>What is planned for one secret.</summary>
/// <param name="Target">It.</param>
/// <param name="Action">What is planned.</param>
internal sealed record RotationItem(RotationTarget Target, RotationAction Action)
{
    /// <summary>Why, for people.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What becomes of each part.</summary>
    public IReadOnlyList<(string Field, string What)> Parts { get; init; } = [];

    /// <summary>What its store told of it; null where it was not asked.</summary>
    public StoreAnswer? Answer { get; init; }

    /// <summary>What stands there; null where that was not looked at.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Whether something is to be done here.</summary>
    public bool Acts => Action is RotationAction.Renew or RotationAction.Create or RotationAction.Run;

    /// <summary>It for a document.</summary>
    public RotatedSecret Told() => new(Target.Secret.Id, Target.Store.Declared.Name, Target.Query.Name, Action)
    {
        Reason = Reason,
        Parts = Parts,
        VersionBefore = Standing?.Version ?? Answer?.Metadata.Version,
        Next = Acts ? Target.Next : [],
    };
}
