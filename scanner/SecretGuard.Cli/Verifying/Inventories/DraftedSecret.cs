using System.Text;
using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying.Inventories;

/// <summary>An entry of a drafted declaration.</summary>
/// <param name="Store">Its store.</param>
/// <param name="Name">Its name as a declaration writes it.</param>
/// <param name="Kind">What it is.</param>
internal sealed record DraftedSecret(DeclaredStore Store, string Name, SecretKind Kind)
{
    private SortedSet<string>? _listed;

    /// <summary>The fields that are referred to.</summary>
    public SortedSet<string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Who refers to it, where that is told.</summary>
    public SortedSet<string> Consumers { get; } = new(StringComparer.Ordinal);

    /// <summary>The environments that refer to it; empty where only its store knows it.</summary>
    public SortedSet<string> ReferredIn { get; } = new(StringComparer.Ordinal);

    /// <summary>The environments in which its store lists it.</summary>
    public SortedSet<string> ListedIn { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether nothing but its store knows it.</summary>
    public bool IsOnlyListed => ReferredIn.Count == 0;

    /// <summary>Takes in the fields that a listing told: one that is not in every environment is not what all need.</summary>
    public void List(FieldNames? fields)
    {
        if (fields is not null)
        {
            _listed ??= new SortedSet<string>(fields.Names, StringComparer.Ordinal);
            _listed.IntersectWith(fields.Names);
        }
    }

    /// <summary>Appends it as YAML.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="id">Its name in the declaration.</param>
    /// <param name="asked">The environments whose references were looked at.</param>
    /// <param name="all">All environments.</param>
    public void Write(StringBuilder text, string id, IEnumerable<string> asked, IEnumerable<string> all)
    {
        text.Append("  ").Append(DeclaredText.Quote(id)).Append(IsOnlyListed ? ": # only in its store: nothing here refers to it\n" : ":\n").Append("    store: ").Append(DeclaredText.Quote(Store.Name)).Append('\n');
        text.Append(Name == id ? "" : $"    name: {DeclaredText.Quote(Name)}\n");
        text.Append(Kind == SecretKind.Secret ? "" : $"    kind: {Stores.QualifiedNames.WordOf(Kind)}\n");
        Append(text, "fields", IsOnlyListed && _listed is not null ? _listed : Fields);

        // What is needed everywhere, or is everywhere, needs no word of where.
        SortedSet<string> where = IsOnlyListed ? ListedIn : ReferredIn;
        Append(text, "environments", where.IsSupersetOf((IsOnlyListed ? all : asked).Where(Store.Serves)) ? [] : where);
        Append(text, "consumers", Consumers);
    }

    private static void Append(StringBuilder text, string key, SortedSet<string> values)
    {
        if (values.Count > 0)
        {
            text.Append("    ").Append(key).Append(": [").AppendJoin(", ", values.Select(DeclaredText.Quote)).Append("]\n");
        }
    }
}
