using SecretGuard.Stores;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Cli.Verifying;

/// <summary>Asks all stores at the same time, each all of its questions at once.</summary>
internal static class Asking
{
    /// <summary>The answers in the order of the questions, and what each store reports of itself.</summary>
    public static async Task<(IReadOnlyList<Answered> Answers, IReadOnlyList<VerificationReport> Reports)> AskAsync(
        IReadOnlyList<Question> questions, VerifierOptions options, IProgress<StoreAnswer>? progress, CancellationToken cancellation)
    {
        var verifier = new StoreVerifier(options);
        IGrouping<ISecretStore, Place>[] stores = [.. questions.SelectMany(question => question.Places).GroupBy(place => place.Store.Adapter)];
        VerificationReport[] reports = await Task.WhenAll(stores.Select(store => verifier.VerifyAsync(store.Key, store.Select(place => place.Query), progress, cancellation)));
        var known = new Dictionary<(ISecretStore, SecretQuery), StoreAnswer>();
        foreach ((IGrouping<ISecretStore, Place> store, VerificationReport report) in stores.Zip(reports))
        {
            foreach (StoreAnswer answer in report.Answers)
            {
                known[(store.Key, answer.Query)] = answer;
            }
        }

        return ([.. questions.Select(question => new Answered(question, [.. question.Places.Select(place => known[(place.Store.Adapter, place.Query)])]))], reports);
    }
}
