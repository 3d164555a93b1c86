using SecretGuard.Inventories;

namespace SecretGuard.Reporting;

/// <summary>How one declared secret stands to its rotation in one environment. It holds no value.</summary>
/// <param name="Environment">The environment; empty where none is declared.</param>
/// <param name="Secret">What is declared.</param>
/// <param name="Outlook">How it stands.</param>
public sealed record RotationEntry(string Environment, DeclaredSecret Secret, RotationOutlook Outlook)
{
    /// <summary>The name of the store of record.</summary>
    public string Store { get; init; } = "";

    /// <summary>When it ends by itself; null where nobody says.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Why nobody knows when it was changed, for people; empty where that is known.</summary>
    public string Cause { get; init; } = "";

    /// <summary>The environment and the secret, for people.</summary>
    public string Name => Environment.Length == 0 ? Secret.Id : $"{Environment} {Secret.Id}";

    /// <summary>What is declared of how often: <c>90d</c>, <c>manual</c>, <c>manual, at most 365d</c>; empty where nothing is.</summary>
    internal string Every => Secret.Rotation switch
    {
        null => "",
        { Every: { } every } => DeclaredTime.Write(every),
        { MaxAge: { } most } => $"manual, at most {DeclaredTime.Write(most)}",
        _ => "manual",
    };
}
