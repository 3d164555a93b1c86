using SecretGuard.Stores.Whole;

namespace SecretGuard.Stores.Local;

/// <summary>A store on this machine. It is read in place, once; of a value only is kept whether it is empty.</summary>
/// <param name="type">Its kind.</param>
/// <param name="address">Where it is, for people.</param>
public abstract class LocalStore(string type, string address) : WholeStore(type, address)
{
    /// <summary>Reads all names; what goes wrong is a problem of the content.</summary>
    internal abstract StoreContent Read();

    internal sealed override Task<StoreContent> ReadAsync(CancellationToken cancellation) => Task.FromResult(Read());
}
