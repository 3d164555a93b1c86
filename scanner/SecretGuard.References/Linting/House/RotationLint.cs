using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.House;

/// <summary>
/// Rotations that are declared and that nothing does: those so frequent that nobody does them by hand, and those of keys that sign or encrypt, where the old one must
/// stay valid beside the new. And rotations that are left to people, without a word why. Told at the secret or the policy, once.
/// </summary>
internal sealed class RotationLint : IRepositoryLint
{
    private static readonly TimeSpan Frequent = TimeSpan.FromDays(31);
    private static readonly HashSet<string> Delicate = new(StringComparer.OrdinalIgnoreCase) { "jwt", "jwts", "token", "tokens", "signing", "encryption", "session", "sessions" };

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [HouseRules.RotationUnattended, HouseRules.RotationUnreasoned];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        var seen = new HashSet<Location>();
        foreach (DeclaredSecret secret in repository.Declaration.Secrets)
        {
            if (secret.Rotation is not { Location: { } place } rotation || !seen.Add(place))
            {
                continue;
            }

            string subject = secret.Category ?? secret.Id;
            if (rotation is { Every: null, MaxAge: null, Reason: null })
            {
                found.Add(HouseRules.RotationUnreasoned, place, subject, "people decide when it changes; nobody says why, nor how old it may become, so it may never change");
            }
            else if (rotation is { Every: { } every, Method: null, Automation: null, Runbook: null } && (Words(secret).Any(Delicate.Contains) ? "the old one must stay valid until its users have the new one" : every <= Frequent ? "that is too often to be remembered" : null) is { } why)
            {
                found.Add(HouseRules.RotationUnattended, place, subject, $"its rotation is '{DeclaredTime.Write(every)}', and {(rotation.Generation is null && rotation.Command.Count == 0 ? "nothing says what or who does it" : "'secretguard rotate' can do it, and nothing says what runs that: name the workflow as 'automation'")}; {why}");
            }
        }
    }

    private static string[] Words(DeclaredSecret secret) => $"{secret.Category} {secret.Id}".Split([' ', '-', '_', '.', '/', ':'], StringSplitOptions.RemoveEmptyEntries);
}
