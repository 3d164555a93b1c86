using SecretGuard.Inventories;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Access;

/// <summary>What scripts do to paths of Vault, and no policy of the repository allows. A mount that no policy is about is left to others.</summary>
internal sealed class VaultWriteLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.WriteDenied];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        Grant[] all = [.. repository.Access.Grants.Where(grant => grant.Store == StoreTypes.Vault && !grant.IsDenied)];
        foreach (VaultWrite write in repository.Kept<VaultWrite>())
        {
            string mount = write.Mount?.Trim('/') ?? VaultPaths.MountOf(write.Path);
            Grant[] near = [.. all.Where(grant => VaultPaths.MountOf(grant.Pattern) == mount && (!AccessModel.IsDocumentation(grant.Location) || grant.Location.Path == write.Location.Path))];
            if (near.Length == 0 || OpenName.IsOpen(mount) || all.Any(grant => write.IsAllowedBy(grant) && write.Paths().Any(path => NameGlob.Meet(NameGlob.OfVault(HclString.Read(grant.Pattern)), NameGlob.OfName(path)))))
            {
                continue;
            }

            Grant nearest = near.OrderByDescending(grant => write.Paths().Max(path => grant.Pattern.Zip(path).TakeWhile(pair => pair.First == pair.Second).Count())).First();
            found.Add(AccessRules.WriteDenied, write.Location, write.Path,
                $"this takes {string.Join(" or ", write.Wanted.Select(word => $"'{word}'"))}, and no policy here gives it; '{nearest.Pattern}' in {nearest.Location.Path}:{nearest.Location.StartLine} allows {(nearest.Role.Length == 0 ? "nothing that is known" : nearest.Role)}");
        }
    }
}
