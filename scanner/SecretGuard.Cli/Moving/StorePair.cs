using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;

namespace SecretGuard.Cli.Moving;

/// <summary>The two stores of a command, in one environment.</summary>
/// <param name="From">Where secrets are.</param>
/// <param name="To">Where they are to be too.</param>
/// <param name="Choice">The environment.</param>
internal sealed record StorePair(StoreInUse From, StoreInUse To, StoreChoice Choice)
{
    /// <summary>The environment; empty where none is declared.</summary>
    public string Environment => Choice.Environment;

    /// <summary>What templates stand for in it.</summary>
    public TemplateValues Values => Choice.Values;

    /// <summary>Opens the stores that were typed. Asks nothing.</summary>
    /// <exception cref="UsageException">There is no such store, or it gives no values out.</exception>
    public static StorePair Open(Project project, StoreOpener opener, string from, string to, string? environment)
    {
        var choice = new StoreChoice(project, opener, environment);
        StoreInUse Find(string typed) => choice.Open(typed) is { Adapter: IValueStore } opened ? opened
            : throw new UsageException($"'{typed}' gives no values out: nothing can be compared with it or copied from it");
        var pair = new StorePair(Find(from), Find(to), choice);
        return pair.From.Adapter == pair.To.Adapter && pair.From.Declared.Prefix == pair.To.Declared.Prefix ? throw new UsageException($"'{from}' and '{to}' are one store") : pair;
    }

    /// <summary>The question for a name in one of them, with its prefix.</summary>
    public SecretQuery Query(StoreInUse store, string name) => Choice.Query(store, name);
}
