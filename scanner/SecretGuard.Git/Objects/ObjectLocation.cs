using SecretGuard.Git.Packs;

namespace SecretGuard.Git;

/// <summary>Where an object is stored: at an offset of a pack, or in a file of its own.</summary>
/// <param name="Pack">The pack, or null.</param>
/// <param name="Offset">The offset in the pack.</param>
/// <param name="Loose">The loose objects that have a file of it, or null.</param>
/// <param name="LooseId">The name of that file.</param>
internal readonly record struct ObjectLocation(Pack? Pack, long Offset, LooseObjects? Loose, ObjectId LooseId)
{
    public static ObjectLocation In(Pack pack, long offset) => new(pack, offset, null, default);

    public static ObjectLocation In(LooseObjects loose, in ObjectId id) => new(null, 0, loose, id);

    /// <summary>Whether both are the same place.</summary>
    public bool Equals(ObjectLocation other) => ReferenceEquals(Pack, other.Pack) && Offset == other.Offset && ReferenceEquals(Loose, other.Loose) && LooseId.Equals(other.LooseId);

    /// <inheritdoc/>
    public override int GetHashCode() => Offset.GetHashCode() ^ LooseId.GetHashCode();

    /// <summary>The place for a message.</summary>
    public override string ToString() => Loose is null ? $"{Pack?.Path} at {Offset}" : Loose.PathOf(LooseId);
}
