using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References;

namespace SecretGuard.References.Tests.Joining;

/// <summary>Records as short texts: "what &lt; where it comes from"; a file stands in place of its own text.</summary>
internal static class Records
{
    /// <summary>A record: <c>env KEY &lt; k8s app#key</c>.</summary>
    public static InventoryRecord Of(string text)
    {
        string[] sides = text.Split(" < ");
        SecretReference first = Reference(sides[0]);
        return sides.Length == 1 ? new(first, Place(text), "") : new(Reference(sides[1]), Place(text), "") { Provides = first };
    }

    private static Location Place(string text) => new(text, 1, 1, 1, 2);

    private static SecretReference Reference(string text)
    {
        (string store, string name) = text.Split(' ') is [var first, var second] ? (first, second) : throw new FormatException(text);
        string[] parts = name.Split('#');
        return new SecretReference(store switch { "env" => StoreTypes.Environment, "k8s" => StoreTypes.Kubernetes, "akv" => StoreTypes.AzureKeyVault, "dir" => StoreTypes.Files, "compose" => StoreTypes.Compose, _ => StoreTypes.Configuration }, ReferenceKinds.Secret, parts[0]) { Property = parts.ElementAtOrDefault(1), IsSecret = ReferenceOf.SaysSecret(parts[0]) };
    }
}
