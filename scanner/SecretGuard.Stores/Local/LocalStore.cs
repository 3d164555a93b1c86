using SecretGuard.Stores.Values;
using SecretGuard.Stores.Whole;

namespace SecretGuard.Stores.Local;

/// <summary>A store on this machine. It is read in place, once; of a value only is kept whether it is empty.</summary>
/// <param name="type">Its kind.</param>
/// <param name="address">Where it is, for people.</param>
public abstract class LocalStore(string type, string address) : WholeStore(type, address)
{
    /// <summary>Whether what is not there yet has no secret yet, no more: who writes to it makes it.</summary>
    public bool IsMadeByWriting { get; set; }

    /// <summary>Reads all names; what goes wrong is a problem of the content.</summary>
    internal abstract StoreContent Read();

    /// <summary>Reads the value of an entry anew; null where it has none to give.</summary>
    /// <param name="name">Its name, as <see cref="WholeStore"/> found it.</param>
    internal virtual SecretValue? ReadValue(string name) => null;

    /// <summary>Reads the value that a question is about.</summary>
    public async Task<ValueReply> ReadAsync(SecretQuery query, CancellationToken cancellation)
    {
        if (await EntryOfAsync(query, cancellation) is not { } name)
        {
            return ValueReply.Failed(new StoreProblem(Verdict.Missing, "it is not there any more", "verify again"));
        }

        return ReadValue(name) is { } value ? ValueReply.Of(value) : ValueReply.Failed(new StoreProblem(Verdict.Unreachable, $"{Address} was changed, or cannot be read any more", "verify again"));
    }

    /// <summary>Who may look at it may read it.</summary>
    public virtual string ValuePermissions(IReadOnlyCollection<SecretQuery> queries) => "";

    /// <inheritdoc cref="IValueStore.ValueEndpoint"/>
    public string ValueEndpoint(SecretQuery query) => Endpoint(query);

    internal sealed override Task<StoreContent> ReadAsync(CancellationToken cancellation) => Task.FromResult(Read());
}
