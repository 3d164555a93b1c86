using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.Stores;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Moving;

/// <summary>
/// Finds what two stores have in common: the declared secrets that are to be in both, by <c>store</c>, <c>mirrors</c>, <c>names</c> or a store's transform. Where
/// none is, what the stores list, matched by their names through the transform.
/// </summary>
/// <param name="pair">The stores.</param>
/// <param name="declaration">What is declared.</param>
/// <param name="only">The names that are wanted; null for all.</param>
internal sealed class Pairing(StorePair pair, Declaration declaration, GlobList? only)
{
    private readonly NameTransform? _into = TransformOf(pair.To, pair.From), _outOf = TransformOf(pair.From, pair.To);

    /// <summary>The pairs, sorted; or, where a store or a part of one could not be listed, why: what was not seen could be in neither, or could be written over.</summary>
    public async Task<(IReadOnlyList<NamedPair> Pairs, IReadOnlyList<string> Unlisted)> FindAsync(VerifierOptions options, CancellationToken cancellation)
    {
        NamedPair[] pairs = [.. declaration.Secrets.Where(secret => secret.Kind == ReferenceKinds.Secret && secret.Origin == SecretOrigin.External && (pair.Environment.Length == 0 || secret.IsFor(pair.Environment))).Select(Declared).OfType<NamedPair>()];
        if (pairs.Length == 0)
        {
            StoreListing[] listings = await Task.WhenAll(ListAsync(pair.From, options, cancellation), ListAsync(pair.To, options, cancellation));
            string[] unlisted = [.. Unlisted(pair.From, listings[0]), .. Unlisted(pair.To, listings[1])];
            if (unlisted.Length > 0)
            {
                return ([], unlisted);
            }

            pairs = [.. Listed(Names(pair.From, listings[0]), Names(pair.To, listings[1]))];
        }

        // What is left out can still be what another one would become.
        return ([.. Refused(pairs).Where(IsWanted).OrderBy(one => one.Name, StringComparer.Ordinal)], []);
    }

    private StringComparer ToNames => NamesOf(pair.To);

    private static StringComparer NamesOf(StoreInUse store) => store.Declared.Type is StoreTypes.AzureKeyVault or StoreTypes.UserSecrets ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static NameTransform? TransformOf(StoreInUse store, StoreInUse other)
    {
        try
        {
            // Stores that make names the same way have the same ones.
            return store.Declared.Transforms.Count == 0 || store.Declared.Transforms.SequenceEqual(other.Declared.Transforms, StringComparer.Ordinal) ? null : NameTransform.Parse(store.Declared.Transforms);
        }
        catch (FormatException error)
        {
            throw new UsageException($"store '{store.Declared.Name}': {error.Message}");
        }
    }

    private NamedPair? Declared(DeclaredSecret secret)
    {
        bool isFrom = IsIn(secret, pair.From.Declared.Name), isTo = IsIn(secret, pair.To.Declared.Name);
        string? from = isFrom ? secret.NameIn(pair.From.Declared.Name) : isTo ? _outOf?.Apply(secret.NameIn(pair.To.Declared.Name)) : null;
        string? to = isTo ? secret.NameIn(pair.To.Declared.Name) : isFrom ? _into?.Apply(secret.NameIn(pair.From.Declared.Name)) : null;
        return from is null || to is null ? null : new NamedPair(secret.Id, pair.Values.Fill(from), pair.Values.Fill(to)) { Secret = secret };
    }

    private bool IsIn(DeclaredSecret secret, string store) =>
        (secret.Store is null ? declaration.Stores.Count == 1 && declaration.Stores[0].Name == store : secret.Store == store)
        || secret.Mirrors.Contains(store, StringComparer.Ordinal) || secret.Names.ContainsKey(store);

    private IEnumerable<NamedPair> Listed(IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        var met = new HashSet<string>(ToNames);
        ILookup<string, string> known = to.ToLookup(name => (_into is null && _outOf is not null ? _outOf.Apply(name) : name) ?? "", NamesOf(pair.From));
        foreach (string name in from)
        {
            string? made = _into is not null ? _into.Apply(name) : _outOf is not null ? known[name].FirstOrDefault() : name;
            if (made is not null)
            {
                met.Add(made);
                yield return new NamedPair(name, name, made);
            }
            else if (_into is null)
            {
                yield return new NamedPair(name, name, "") { Refusal = $"'{pair.From.Declared.Name}' says how its names are made, and nothing of '{pair.To.Declared.Name}' makes this one: declare it with 'names', or give '{pair.To.Declared.Name}' a transform" };
            }
        }

        foreach (string name in to.Where(name => !met.Contains(name)))
        {
            yield return new NamedPair(name, "", name);
        }
    }

    private bool IsWanted(NamedPair one) => only is null || only.IsMatch(one.Name) || only.IsMatch(one.From) || only.IsMatch(one.To);

    private IEnumerable<NamedPair> Refused(NamedPair[] pairs)
    {
        ILookup<string, NamedPair> byName = pairs.Where(one => one.From.Length > 0 && one.To.Length > 0).ToLookup(one => one.To, ToNames);
        foreach (NamedPair one in pairs)
        {
            string[] others = [.. byName[one.To].Where(other => other.From != one.From).Select(other => $"'{other.From}'")];
            string? misfit = one.To.Length == 0 || pair.To.Adapter is not IWritableStore writer ? null : writer.NameMisfit(pair.Query(pair.To, one.To));
            yield return one with
            {
                Refusal = one.Refusal ?? (others.Length > 0 ? $"{string.Join(", ", others)} would become '{one.To}' too" : misfit is null ? null : $"'{one.To}' cannot be a name there: {misfit}"),
            };
        }
    }

    /// <summary>Keys and certificates are not for copying.</summary>
    private static Task<StoreListing> ListAsync(StoreInUse store, VerifierOptions options, CancellationToken cancellation) =>
        new StoreLister(options) { Only = SecretKind.Secret }.ListAsync(store.Adapter, QualifiedNames.Of(store.Declared, ""), cancellation);

    /// <summary>The secrets that a store lists, as a declaration would write their names.</summary>
    private static string[] Names(StoreInUse store, StoreListing listing) =>
        [.. listing.Secrets.Where(secret => secret.Query.Kind == SecretKind.Secret).Select(secret => QualifiedNames.Written(store.Declared, secret.Query.Name)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Unlisted(StoreInUse store, StoreListing listing) => listing.Problem is { } problem ? [$"{store.Shown} could not be listed: {problem.Cause}; {problem.Advice}"]
        : listing.Gaps.Select(gap => $"{gap.Part} of {store.Shown} could not be listed: {gap.Problem.Cause}; {gap.Problem.Advice}");
}
