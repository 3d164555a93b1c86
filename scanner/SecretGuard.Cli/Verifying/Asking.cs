using SecretGuard.Stores;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Cli.Verifying;

/// <summary>Asks all stores at the same time, each all of its questions at once.</summary>
internal static class Asking
{
    /// <summary>The answers in the order of the questions, and what each store reports of itself.</summary>
    /// <param name="questions">The questions of all environments.</param>
    /// <param name="known">What answers in the place of stores; null to ask all of them.</param>
    /// <param name="options">How stores are asked.</param>
    /// <param name="progress">Told of every answer; null for nobody.</param>
    /// <param name="cancellation">Ends the asking with what is known.</param>
    public static async Task<(IReadOnlyList<Answered> Answers, IReadOnlyList<VerificationReport> Reports)> AskAsync(
        IReadOnlyList<Question> questions, IKnownAnswers? known, VerifierOptions options, AskingProgress? progress, CancellationToken cancellation)
    {
        var verifier = new StoreVerifier(options);
        StoreAnswer?[][] before = [.. questions.Select(question => question.Places.Select(place => known?.Of(question.Environment, place)).ToArray())];
        IGrouping<ISecretStore, Place>[] stores = [.. questions.Zip(before).SelectMany(pair => pair.First.Places.Where((_, index) => pair.Second[index] is null)).GroupBy(place => place.Store.Adapter)];
        IReadOnlyList<IProgress<StoreAnswer>>? counters = progress?.Begin(stores.Select(store => (store.First().Store, store.Select(place => place.Query).Distinct().Count())));
        VerificationReport[] reports = await Task.WhenAll(stores.Select((store, index) => verifier.VerifyAsync(store.Key, store.Select(place => place.Query), counters?[index], cancellation)));
        var answers = new Dictionary<(ISecretStore, SecretQuery), StoreAnswer>();
        foreach ((IGrouping<ISecretStore, Place> store, VerificationReport report) in stores.Zip(reports))
        {
            foreach (StoreAnswer answer in report.Answers)
            {
                answers[(store.Key, answer.Query)] = answer;
            }
        }

        return ([.. questions.Zip(before).Select(pair => new Answered(pair.First, [.. pair.First.Places.Select((place, index) => pair.Second[index] ?? answers[(place.Store.Adapter, place.Query)])]))], reports);
    }
}
