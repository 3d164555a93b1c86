using SecretGuard.Inventories;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Access;

/// <summary>References that no policy lets be read, in stores of which the repository has policies; and policies that grant what nothing refers to.</summary>
internal sealed class GrantCoverageLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.NotGranted, AccessRules.KindUnreadable, AccessRules.Unused];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        var coverage = new Coverage(repository);
        foreach (InventoryRecord record in coverage.Consumers)
        {
            if (coverage.StateOf(record, out IReadOnlyList<Grant> near) == UseState.NotGranted)
            {
                Tell(record, near, repository.Access, found);
            }
        }

        LookForUnused(coverage, repository, found);
    }

    private static void Tell(InventoryRecord record, IReadOnlyList<Grant> near, AccessModel access, LintFindings found)
    {
        SecretReference reference = record.Reference;
        string subject = $"{record.Consumer} {reference.Store} {reference.Name}";
        Grant? ofOtherKind = near.FirstOrDefault(grant => grant.Kind is not null && access.IsAbout(grant with { Kind = null }, reference));
        if (ofOtherKind is not null)
        {
            found.Add(AccessRules.KindUnreadable, record.Location, subject,
                $"'{reference.Name}' is read as a {reference.Kind}, and '{ofOtherKind.Role}' ({ofOtherKind.Location.Path}:{ofOtherKind.Location.StartLine}) lets only {string.Join(" and ", near.Select(grant => grant.Kind + "s").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))} be read");
            return;
        }

        Grant nearest = near.OrderByDescending(grant => grant.Pattern.Zip(reference.Name).TakeWhile(pair => pair.First == pair.Second).Count()).First();
        string place = $"{nearest.Location.Path}:{nearest.Location.StartLine}";
        found.Add(AccessRules.NotGranted, record.Location, subject, $"no policy here lets '{reference.Name}' be read; {(LacksSuffix(nearest, reference) ? $"the ARN in {place} lacks the six characters behind its name" : $"the nearest is '{nearest.Pattern}' in {place}")}");
    }

    /// <summary>An ARN that would be that of a secret matches none without its end: it is told as such, and not as one that nobody uses.</summary>
    private static bool LacksSuffix(Grant grant, SecretReference reference) => grant.Store == StoreTypes.AwsSecretsManager && reference.Store == grant.Store && reference.Name == grant.Pattern;

    private static void LookForUnused(Coverage coverage, LintRepository repository, LintFindings found)
    {
        foreach (Grant grant in coverage.Unused().Where(grant => !repository.Records.Any(record => LacksSuffix(grant, record.Reference))))
        {
            found.Add(AccessRules.Unused, grant.Location, $"{grant.Policy} {grant.Pattern}", $"nothing in this repository refers to '{grant.Pattern}'");
        }
    }
}
