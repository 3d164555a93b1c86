using SecretGuard.Inventories;
using SecretGuard.Text;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Accessing;

/// <summary>Which secrets and whose rights are wanted.</summary>
/// <param name="secret">Secrets, by name; null for all.</param>
/// <param name="who">Who has rights, by name; null for all.</param>
internal sealed class AccessFilter(string? secret, string? who)
{
    private readonly Glob? _secret = Parse("SECRET", secret), _who = Parse("--who", who);

    /// <summary>What is wanted of an overview. Where somebody is named, secrets that they have no right on and do not use are left out.</summary>
    /// <exception cref="UsageException">Nothing has that name.</exception>
    public AccessOverview Of(AccessOverview all)
    {
        SecretAccess[] secrets = [.. all.Secrets.Where(one => _secret is null || NamesOf(one).Any(_secret.IsMatch))];
        if (secrets.Length == 0 && secret is not null)
        {
            throw new UsageException($"no secret is called '{secret}'{NearestName.Hint(secret, all.Secrets.SelectMany(NamesOf))}");
        }

        if (_who is null)
        {
            return all with { Secrets = secrets, Unused = secret is null ? all.Unused : [] };
        }

        SecretAccess[] theirs = [.. secrets.Select(one => one with { Grants = [.. one.Grants.Where(grant => NamesOf(grant).Any(_who.IsMatch))], Uses = [.. one.Uses.Where(use => _who.IsMatch(use.Consumer))] }).Where(one => one.Grants.Count + one.Uses.Count > 0)];
        return theirs.Length > 0 ? all with { Secrets = theirs, Unused = [] }
            : throw new UsageException($"--who: nobody here is called '{who}'{NearestName.Hint(who!, secrets.SelectMany(one => one.Grants.SelectMany(NamesOf).Concat(one.Uses.Select(use => use.Consumer))))}");
    }

    private static IEnumerable<string> NamesOf(SecretAccess one) => one.Places.Select(place => place.Name).Prepend(one.Name);

    /// <summary>What somebody may be called by: as it is told, without what stands in brackets, the service accounts, and what runs as them.</summary>
    private static IEnumerable<string> NamesOf(SecretGrant one)
    {
        string principal = one.Grant.Principal, alone = principal.Split(" (")[0];
        return new[] { principal, alone, alone[(alone.IndexOf(' ', StringComparison.Ordinal) + 1)..] }.Concat(one.Accounts).Concat(one.Workloads).Where(name => name.Length > 0);
    }

    private static Glob? Parse(string option, string? text)
    {
        try
        {
            return text is null ? null : Glob.ParseChecked(text);
        }
        catch (FormatException error)
        {
            throw new UsageException($"{option}: {error.Message}");
        }
    }
}
