using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>
/// What a compiler wrote down of code, and what the code itself says by its text, each place once: the compiler's record counts. Where a file was changed since, what it
/// says under the same name stands where it stands now, and what is new in it is told as well; what went is told until the next build.
/// </summary>
public static class CodeRecords
{
    /// <summary>The records of both.</summary>
    /// <param name="compiled">What compilers wrote down.</param>
    /// <param name="read">What the text says.</param>
    /// <param name="isCurrent">Whether a compiler has seen a file as it is.</param>
    public static IReadOnlyList<InventoryRecord> Of(IReadOnlyList<InventoryRecord> compiled, IReadOnlyList<InventoryRecord> read, Predicate<string> isCurrent)
    {
        ILookup<string, InventoryRecord> known = compiled.ToLookup(record => record.Location.Path, StringComparer.Ordinal);
        ILookup<string, InventoryRecord> said = read.Where(record => !isCurrent(record.Location.Path)).ToLookup(record => record.Location.Path, StringComparer.Ordinal);
        return [.. known.Where(file => !said.Contains(file.Key)).SelectMany(file => file).Concat(said.SelectMany(file => Both(known[file.Key], file)))
            .Select(record => record.Reference.IsDeployed ? record with { Provides = record.Reference } : record)];
    }

    /// <summary>The records of one file that was changed.</summary>
    private static IEnumerable<InventoryRecord> Both(IEnumerable<InventoryRecord> known, IEnumerable<InventoryRecord> said)
    {
        ILookup<Location, InventoryRecord> byPlace = known.ToLookup(record => record.Location);
        ILookup<(string, string, string), InventoryRecord> byName = known.ToLookup(NameOf);
        var moved = new Dictionary<((string, string, string), Location), Location>();
        var added = new List<InventoryRecord>();
        foreach (IGrouping<(string, string, string), InventoryRecord> now in said.GroupBy(NameOf))
        {
            // Those that stand where they stood are done; the others have moved, in their order.
            HashSet<Location> places = [.. now.Select(record => record.Location)];
            Location[] before = [.. Sorted(byName[now.Key].Select(record => record.Location).Where(place => !places.Contains(place)))];
            InventoryRecord[] after = [.. now.Where(record => !byPlace[record.Location].Any(other => IsSame(other, record)))];
            Location[] there = [.. Sorted(after.Select(record => record.Location))];
            foreach ((Location from, Location to) in before.Zip(there))
            {
                moved[(now.Key, from)] = to;
            }

            HashSet<Location> further = [.. there.Skip(before.Length)];
            added.AddRange(after.Where(record => further.Contains(record.Location)));
        }

        return known.Select(record => moved.TryGetValue((NameOf(record), record.Location), out Location? place) ? record with { Location = place } : record).Concat(added);
    }

    /// <summary>Whether both, at one place, are about one thing, of whose name one may know more.</summary>
    private static bool IsSame(InventoryRecord known, InventoryRecord said) =>
        NameOf(known) == NameOf(said)
        || (known.Reference.Store == said.Reference.Store && known.Reference.Kind == said.Reference.Kind
            && (known.Reference.Name.Contains(SameNames.Any, StringComparison.Ordinal) || said.Reference.Name.Contains(SameNames.Any, StringComparison.Ordinal)));

    private static (string, string, string) NameOf(InventoryRecord record) => (record.Reference.Store, record.Reference.Kind, StoreNames.Folded(record.Reference.Store, record.Reference.Name));

    private static IEnumerable<Location> Sorted(IEnumerable<Location> places) => places.Distinct().OrderBy(place => place.StartLine).ThenBy(place => place.StartColumn);
}
