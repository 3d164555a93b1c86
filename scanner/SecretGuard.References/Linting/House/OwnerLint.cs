using SecretGuard.Inventories;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.House;

/// <summary>Declared secrets without an owner, where most have one: a team that names owners here and there does not do so by mistake.</summary>
internal sealed class OwnerLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [HouseRules.OwnerMissing];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        DeclaredSecret[] secrets = [.. repository.Declaration.Secrets.Where(secret => secret.Origin == SecretOrigin.External)], loose = [.. secrets.Where(secret => secret.Owner is null)];
        int owned = secrets.Length - loose.Length;
        foreach (DeclaredSecret secret in owned > loose.Length ? loose : [])
        {
            found.Add(HouseRules.OwnerMissing, secret.Location, secret.Id,
                $"neither it nor {(secret.Category is { } category ? $"the policy '{category}'" : "a policy")} names an owner, as {owned} of {secrets.Length} secrets do: nobody rotates it, and nobody is told");
        }
    }
}
