using SecretGuard.Findings;
using SecretGuard.References.Kubernetes;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Access;

/// <summary>
/// Service accounts that a cloud or a Vault trusts, and that are not among those of their namespace here. A namespace of which no service account is known is left to
/// others, unless the name is one of another namespace; a name of which another subject does match is that of another environment.
/// </summary>
internal sealed class SubjectLint : IRepositoryLint
{
    private const string Default = "default"; // which every namespace has
    private const string OfTheCluster = "kube-system"; // whose controllers and add-ons have accounts that no repository declares

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.UnknownSubject];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        (string Space, string Name, Location Place)[] subjects = [.. Subjects(repository).Distinct()];
        if (subjects.Length == 0)
        {
            return;
        }

        Manifest[] all = [.. repository.Manifests.Where(manifest => manifest.Kind == "ServiceAccount" && manifest.Name.Length > 0)];
        var accounts = new OpenNames<Manifest>(all, account => account.Name);
        ILookup<string?, string> bySpace = all.ToLookup(repository.Namespaces.Of, account => account.Name, StringComparer.Ordinal);
        bool Fits(string space, string name) => name == Default || accounts.Of(name).Any(account => repository.Namespaces.Of(account) is var own && (own is null || own == space));
        HashSet<string> fitting = [.. subjects.Where(subject => Fits(subject.Space, subject.Name)).Select(subject => subject.Name)];
        foreach ((string space, string name, Location place) in subjects.Where(subject => !fitting.Contains(subject.Name)))
        {
            if (accounts.Of(name).FirstOrDefault() is { } elsewhere)
            {
                found.Add(AccessRules.UnknownSubject, place, $"{space}/{name}", $"'{name}' is in namespace '{elsewhere.Namespace}' ({elsewhere.Path}:{elsewhere.NameLocation.StartLine}), not in '{space}'");
            }
            else if (space != OfTheCluster && bySpace[space].Any())
            {
                found.Add(AccessRules.UnknownSubject, place, $"{space}/{name}", $"no service account '{name}' is declared in '{space}'{NearestName.Hint(name, bySpace[space])}");
            }
        }
    }

    private static IEnumerable<(string Space, string Name, Location Place)> Subjects(LintRepository repository)
    {
        foreach (TrustedSubject subject in repository.Kept<TrustedSubject>())
        {
            yield return (subject.Namespace, subject.Name, subject.Location);
        }

        foreach (VaultRole role in repository.Access.Roles.Where(role => role.Namespaces.Count == 1 && !OpenName.IsOpen(role.Namespaces[0]))) // with several, each account need not be in each
        {
            foreach ((string name, Location place) in role.Accounts.Where(account => !OpenName.IsOpen(account.Name)))
            {
                yield return (role.Namespaces[0], name, place);
            }
        }
    }
}
