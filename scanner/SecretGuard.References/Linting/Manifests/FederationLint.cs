using System.Buffers;
using SecretGuard.Findings;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Sources;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>
/// Identities of clouds that trust a ServiceAccount which is not there, while one is whose name or namespace is nearly the same. A subject whose sisters do match is that
/// of another environment.
/// </summary>
internal sealed class FederationLint : ILint, IRepositoryLint
{
    private const string Subject = "system:serviceaccount:";

    /// <summary>What says that a ServiceAccount stands for an identity of a cloud.</summary>
    private static readonly string[] Identities = ["azure.workload.identity/client-id", "eks.amazonaws.com/role-arn", "iam.gke.io/gcp-service-account"];

    /// <summary>Signs with which a subject ends.</summary>
    private static readonly SearchValues<char> Behind = SearchValues.Create(" \t\r\n\"'`,)]\\");

    private static readonly string[] Ends = [".tf", ".tofu", ".tfvars", ".hcl", ".bicep", ".json", ".yaml", ".yml", ".sh", ".ps1"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [ManifestRules.IdentityMismatch];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        SourceText source = text.Source;
        if (source.IsPart || !source.HasEnd(Ends))
        {
            return;
        }

        for (int at = source.Text.IndexOf(Subject, StringComparison.Ordinal); at >= 0; at = source.Text.IndexOf(Subject, at + 1, StringComparison.Ordinal))
        {
            int start = at + Subject.Length;
            ReadOnlySpan<char> rest = source.Text.AsSpan(start);
            int length = rest.IndexOfAny(Behind) is var end and >= 0 ? end : rest.Length, colon = rest[..length].IndexOf(':');
            if (colon > 0 && colon < length - 1 && rest[..length].ToString() is var whole && !OpenName.IsOpen(whole) && !whole.Contains('<', StringComparison.Ordinal))
            {
                found.Keep(source, new FederatedSubject(whole[..colon], whole[(colon + 1)..], source.At(start, length)));
            }
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        var accounts = new OpenNames<Manifest>(repository.Manifests.Where(manifest => manifest.Kind == "ServiceAccount" && manifest.Name.Length > 0), manifest => manifest.Name);
        FederatedSubject[] subjects = [.. repository.Kept<FederatedSubject>()];
        bool IsIn(Manifest account, string space) => repository.Namespaces.Of(account) is var own && (own is null || own == space);
        ILookup<string, Manifest> fitting = subjects.SelectMany(subject => accounts.Of(subject.Name).Where(account => IsIn(account, subject.Space)).Select(account => (subject.Name, account))).ToLookup(fit => fit.Name, fit => fit.account, StringComparer.Ordinal);
        var trusted = new HashSet<Manifest>(fitting.SelectMany(fit => fit), ReferenceEqualityComparer.Instance);
        Manifest[] left = subjects.Length == 0 ? [] : [.. repository.Manifests.Where(manifest => manifest.Kind == "ServiceAccount" && !trusted.Contains(manifest) && Array.Exists(Identities, key => manifest.Root["metadata", "annotations", key].Text is not null))];
        foreach (FederatedSubject subject in subjects.Where(subject => !fitting.Contains(subject.Name)))
        {
            if (accounts.Of(subject.Name).FirstOrDefault() is { } elsewhere)
            {
                Tell(subject, $"'{subject.Name}' is in namespace '{elsewhere.Namespace}' ({elsewhere.Path}:{elsewhere.NameLocation.StartLine}), not in '{subject.Space}'", found);
            }
            else if (NearestName.Find(subject.Name, left.Where(account => IsIn(account, subject.Space)).Select(account => account.Name)) is { } near)
            {
                Tell(subject, $"no ServiceAccount here is called '{subject.Name}'; did you mean '{near}'?", found);
            }
        }
    }

    private static void Tell(FederatedSubject subject, string why, LintFindings found) =>
        found.Add(ManifestRules.IdentityMismatch, subject.At, $"ServiceAccount {subject.Space}:{subject.Name}", $"what trusts this subject refuses the pods that are to sign in: {why}");

    /// <summary>A ServiceAccount that an identity trusts.</summary>
    private sealed record FederatedSubject(string Space, string Name, Location At);
}
