using SecretGuard.Cli.Verifying.Locking;
using SecretGuard.Stores;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Cli.Verifying;

/// <summary>Asks all stores at the same time, each all of its questions at once.</summary>
internal static class Asking
{
    /// <summary>The answers in the order of the questions, and what each store reports of itself.</summary>
    /// <param name="questions">The questions of all environments.</param>
    /// <param name="locked">What answers in the place of the stores that have a name; null to ask them.</param>
    /// <param name="options">How stores are asked.</param>
    /// <param name="progress">Told of every answer; null for nobody.</param>
    /// <param name="cancellation">Ends the asking with what is known.</param>
    public static async Task<(IReadOnlyList<Answered> Answers, IReadOnlyList<VerificationReport> Reports)> AskAsync(
        IReadOnlyList<Question> questions, LockedAnswers? locked, VerifierOptions options, AskingProgress? progress, CancellationToken cancellation)
    {
        var verifier = new StoreVerifier(options);
        bool IsLocked(Place place) => locked is not null && LockMaker.IsNamed(place);
        IGrouping<ISecretStore, Place>[] stores = [.. questions.SelectMany(question => question.Places).Where(place => !IsLocked(place)).GroupBy(place => place.Store.Adapter)];
        IReadOnlyList<IProgress<StoreAnswer>>? told = progress?.Begin(stores.Select(store => (store.First().Store, store.Select(place => place.Query).Distinct().Count())));
        VerificationReport[] reports = await Task.WhenAll(stores.Select((store, index) => verifier.VerifyAsync(store.Key, store.Select(place => place.Query), told?[index], cancellation)));
        var known = new Dictionary<(ISecretStore, SecretQuery), StoreAnswer>();
        foreach ((IGrouping<ISecretStore, Place> store, VerificationReport report) in stores.Zip(reports))
        {
            foreach (StoreAnswer answer in report.Answers)
            {
                known[(store.Key, answer.Query)] = answer;
            }
        }

        return ([.. questions.Select(question => new Answered(question, [.. question.Places.Select(place =>
            IsLocked(place) ? locked!.Of(question.Environment, place) : known[(place.Store.Adapter, place.Query)])]))], reports);
    }
}
