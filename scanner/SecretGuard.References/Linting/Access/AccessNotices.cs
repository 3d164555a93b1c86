using SecretGuard.Inventories;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Access;

/// <summary>What the files of a repository do not say of who may do what.</summary>
internal static class AccessNotices
{
    /// <summary>One sentence each: stores without policies, policies of nobody, roles whose policies are not known, modules.</summary>
    public static IEnumerable<string> Of(LintRepository repository, IReadOnlyList<SecretAccess> secrets)
    {
        IReadOnlyList<Grant> grants = repository.Access.Grants;
        foreach (IGrouping<string, SecretAccess> store in secrets.SelectMany(secret => secret.Places.Select(place => place.Store).Distinct(StringComparer.Ordinal).Select(type => (type, secret)))
            .GroupBy(pair => pair.type, pair => pair.secret, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (!AccessReview.IsGoverned(store.Key))
            {
                yield return $"{store.Key}: no file says who may read what is kept there ({store.Count()} of the secrets)";
            }
            else if (!grants.Any(grant => grant.Store == store.Key))
            {
                yield return $"{store.Key}: no policy for it is in this repository, so others may have been given rights elsewhere ({store.Count()} of the secrets)";
            }
        }

        string[] orphans = [.. secrets.SelectMany(secret => secret.Grants).Where(grant => grant.Grant.Principal.Length == 0).Select(grant => grant.Grant.Policy).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (orphans.Length > 0)
        {
            yield return $"nothing here says who has {string.Join(", ", orphans)}";
        }

        foreach (VaultRole role in repository.Access.Roles.Where(role => role.Policies is null))
        {
            yield return $"{role.Location.Path}:{role.Location.StartLine}: not all policies of role {role.Name.Raw} are known here";
        }

        foreach (TerraformBlock module in repository.Configurations.Where(configuration => !configuration.IsDocumentation).SelectMany(configuration => configuration.Blocks).Where(block => block.Block is { Type: "module", Labels.Count: 1 }))
        {
            yield return $"{module.Source.Path}:{module.Block.Location.StartLine}: what module.{module.Block.Labels[0]} grants is not looked into";
        }
    }
}
