using SecretGuard.Inventories;
using SecretGuard.Stores.Whole;

namespace SecretGuard.Stores.Local.Inventories;

/// <summary>
/// A file that tells what a store holds which cannot be asked from here. It is YAML or JSON: a map <c>secrets</c> from names to what is known of each, or a
/// list of names. All but the name may be left out; what is not in this list is an error, so that no slip of the pen hides an expiry. Values have no place in it.
/// <code>
/// secrets:
///   openai-api-key:                    # it is there
///   database:
///     fields: [password, user]         # all that it has
///     kind: secret                     # or key, certificate: what is asked for must be that; where nothing is said it may be anything
///     version: "3"
///     created: 2026-01-31              # dates, or times with their zone
///     updated: 2026-03-01
///     not-before: 2026-02-01
///     expires: 2026-12-31T12:00:00Z
///     enabled: true
/// </code>
/// When a secret was changed is only what stands there: the file's own time is that of whoever wrote it or checked it out.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="time">The clock; null for the system's.</param>
public sealed class InventoryStore(string path, TimeProvider? time = null) : LocalStore(StoreTypes.Inventory, path)
{
    internal override TimeProvider Time => time ?? TimeProvider.System;

    internal override bool KeepsVersions => true;

    internal override StoreContent Read() => LocalText.Read(Address, out StoreProblem? problem, out _) is { } text
        ? InventoryReader.Read(text, Address) : StoreContent.Failed(problem!);
}
