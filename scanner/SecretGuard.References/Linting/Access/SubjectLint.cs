using SecretGuard.Findings;
using SecretGuard.References.Kubernetes;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Access;

/// <summary>Service accounts that a cloud or a Vault trusts, and that are not among those of their namespace here. A namespace of which no service account is known is left to others.</summary>
internal sealed class SubjectLint : IRepositoryLint
{
    private const string Default = "default"; // which every namespace has

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.UnknownSubject];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        Manifest[] accounts = [.. repository.Manifests.Where(manifest => manifest.Kind == "ServiceAccount")];
        foreach ((string space, string name, Location place) in Subjects(repository).Distinct())
        {
            string[] near = [.. accounts.Where(account => account.Namespace == space).Select(account => account.Name)];
            if (near.Length > 0 && name != Default && !Array.Exists(accounts, account => (account.Namespace is null || OpenName.MayBeSame(account.Namespace, space)) && OpenName.MayBeSame(account.Name, name)))
            {
                found.Add(AccessRules.UnknownSubject, place, $"{space}/{name}", $"no service account '{name}' is declared in '{space}'{NearestName.Hint(name, near)}");
            }
        }
    }

    private static IEnumerable<(string Space, string Name, Location Place)> Subjects(LintRepository repository)
    {
        foreach (TrustedSubject subject in repository.Kept<TrustedSubject>())
        {
            yield return (subject.Namespace, subject.Name, subject.Location);
        }

        foreach (VaultRole role in repository.Access.Roles.Where(role => role.Namespaces.Count == 1)) // with several, each account need not be in each
        {
            foreach ((string name, Location place) in role.Accounts.Where(account => !OpenName.IsOpen(account.Name)))
            {
                yield return (role.Namespaces[0], name, place);
            }
        }
    }
}
