namespace SecretGuard.Git;

/// <summary>Is handed objects, each once; one visitor serves one thread.</summary>
/// <typeparam name="TState">What is kept of an object as long as others may be deltas to it. It is handed to visitors of other threads too.</typeparam>
public interface IObjectVisitor<TState>
    where TState : class
{
    /// <summary>Looks at an object.</summary>
    /// <param name="visit">The object; valid during the call only.</param>
    /// <param name="baseState">What <see cref="Visit"/> answered for <see cref="ObjectVisit.BaseId"/>; null where that was not handed over.</param>
    /// <returns>What to hand over with the objects that are deltas to this one; asked for whether there are any or not.</returns>
    TState? Visit(in ObjectVisit visit, TState? baseState);
}

/// <summary>One object in the hands of a visitor.</summary>
public readonly ref struct ObjectVisit
{
    /// <summary>Its id.</summary>
    public required ObjectId Id { get; init; }

    /// <summary>What it is.</summary>
    public required ObjectKind Kind { get; init; }

    /// <summary>Its bytes, without git's header.</summary>
    public required ReadOnlySpan<byte> Content { get; init; }

    /// <summary>The array that begins with these bytes, to be read without a copy; null where there is none. Not to be written to.</summary>
    public byte[]? Array { get; init; }

    /// <summary>The object that it is a delta to; the default where it is stored whole.</summary>
    public ObjectId BaseId { get; init; }

    /// <summary>Where it is a delta: the ranges that make up its content, in order and without a gap. Empty otherwise.</summary>
    public ReadOnlySpan<DeltaSegment> Segments { get; init; }

    /// <summary>Whether deltas to it may follow: else its state is not asked for again.</summary>
    public bool IsBase { get; init; }
}
