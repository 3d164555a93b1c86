using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>A name or a user of names, while the picture is drawn.</summary>
/// <param name="name">What is named, or null.</param>
/// <param name="consumer">Who uses names, or null.</param>
internal sealed class DraftNode(SecretReference? name, string? consumer)
{
    /// <summary>What is named, or null for a user.</summary>
    public SecretReference? Name { get; set; } = name;

    /// <summary>Who uses names, or null for one.</summary>
    public string? Consumer { get; } = consumer;

    /// <summary>Where it stands.</summary>
    public HashSet<Location> Places { get; } = [];

    /// <summary>Whether somebody asks for it.</summary>
    public bool IsAsked { get; set; }

    /// <summary>Whether something hands it on.</summary>
    public bool IsOffered { get; set; }

    /// <summary>Whether something writes it where it is kept.</summary>
    public bool IsWritten { get; set; }

    /// <summary>Users first, then names by store.</summary>
    public string SortKey => Consumer is not null ? $"0\t{Consumer}" : $"1\t{Name!.Store}\t{Name.Name}\t{Name.Property}\t{Name.Address}\t{Name.Kind}";
}
