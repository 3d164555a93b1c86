namespace SecretGuard.Inventories;

/// <summary>A reference as names and texts: how a diagnostic carries it to the task, and how the inventory holds it.</summary>
public static class ReferenceProperties
{
    private const string Yes = "true";
    private const string No = "false";

    /// <summary>What is known of it, in a fixed order.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(SecretReference reference)
    {
        foreach ((string name, string? value) in new[]
        {
            ("store", reference.Store),
            ("kind", reference.Kind),
            ("name", reference.Name),
            ("property", reference.Property),
            ("version", reference.Version),
            ("address", reference.Address),
            ("optional", reference.IsOptional is { } optional ? optional ? Yes : No : null),
            ("secret", reference.IsSecret ? Yes : No),
            ("via", reference.Via),
        })
        {
            if (value is not null)
            {
                yield return new KeyValuePair<string, string>(name, value);
            }
        }
    }

    /// <summary>The reference of these texts, or null where they are none.</summary>
    public static SecretReference? Read(Func<string, string?> text) =>
        text("store") is { } store && text("kind") is { } kind && text("name") is { } name
            ? new SecretReference(store, kind, name)
            {
                Property = text("property"),
                Version = text("version"),
                Address = text("address"),
                IsOptional = text("optional") is { } optional ? optional == Yes : null,
                IsSecret = text("secret") == Yes,
                Via = text("via") ?? "",
            }
            : null;
}
