using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Outputs;

/// <summary>Prints what a store must allow.</summary>
internal static class StorePermissions
{
    /// <summary>Prints it below the store's name.</summary>
    /// <param name="store">The store.</param>
    /// <param name="text">The permissions as the store's own text; empty where it has none.</param>
    /// <param name="deed">What is done with the store, such as <c>read</c>: all that a store without permissions needs.</param>
    public static void Write(StoreInUse store, string text, string deed)
    {
        Console.Out.WriteLine($"# {VisibleText.Of(store.Shown)}{(text.Length == 0 ? $": no permission but to {deed} it" : "")}");
        foreach (string line in text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n'))
        {
            Console.Out.WriteLine(VisibleText.Of(line));
        }
    }
}
