using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Cli.Moving;

/// <summary>Asks two stores for the same secrets, values too, and keeps what they say and what is known of the values.</summary>
/// <param name="pair">The stores.</param>
/// <param name="options">How they are asked; with what looks at values.</param>
internal sealed class Comparing(StorePair pair, VerifierOptions options)
{
    private readonly List<string> _notices = [];

    /// <summary>The stores, for who reads of them; after <see cref="RunAsync"/> with what they say of themselves.</summary>
    public ComparedStores Stores => new(pair.From.Declared.Name, pair.To.Declared.Name)
    {
        FromAddress = pair.From.Adapter.Address,
        ToAddress = pair.To.Adapter.Address,
        Environment = pair.Environment,
        Notices = [.. _notices.Distinct(StringComparer.Ordinal)],
    };

    /// <summary>Asks.</summary>
    public async Task<IReadOnlyList<Compared>> RunAsync(IReadOnlyList<NamedPair> pairs, CancellationToken cancellation)
    {
        var verifier = new StoreVerifier(options with { SuggestNames = false });
        Dictionary<string, SecretQuery> Queries(StoreInUse store, Func<NamedPair, string> name) =>
            pairs.Select(name).Where(one => one.Length > 0).Distinct(StringComparer.Ordinal).ToDictionary(one => one, one => pair.Query(store, one), StringComparer.Ordinal);
        Dictionary<string, SecretQuery> from = Queries(pair.From, one => one.From), to = Queries(pair.To, one => one.To);
        VerificationReport[] reports = await Task.WhenAll(verifier.VerifyAsync(pair.From.Adapter, from.Values, null, cancellation), verifier.VerifyAsync(pair.To.Adapter, to.Values, null, cancellation));
        _notices.AddRange(reports.SelectMany(report => report.Notices));
        Dictionary<SecretQuery, StoreAnswer> first = reports[0].Answers.ToDictionary(answer => answer.Query), second = reports[1].Answers.ToDictionary(answer => answer.Query);
        return [.. pairs.Select(one => new Compared(one, one.From.Length == 0 ? null : first[from[one.From]], one.To.Length == 0 ? null : second[to[one.To]]))];
    }
}
