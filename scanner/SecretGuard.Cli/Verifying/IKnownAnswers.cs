using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying;

/// <summary>Answers questions in the place of stores.</summary>
internal interface IKnownAnswers
{
    /// <summary>The answer about one place; null where its store is to be asked.</summary>
    StoreAnswer? Of(string environment, Place place);
}
