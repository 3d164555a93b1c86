namespace SecretGuard.Git;

/// <summary>Why a repository cannot be read at all.</summary>
public enum RepositoryFault
{
    /// <summary>There is none.</summary>
    NotFound,

    /// <summary>git refuses it, because another user owns it.</summary>
    Refused,

    /// <summary>It is of a format that is not known here.</summary>
    Unsupported,

    /// <summary>Something that everything hangs on is damaged.</summary>
    Damaged,
}

/// <summary>A repository cannot be read; the message says what, where, why and what to do.</summary>
public sealed class RepositoryException(RepositoryFault fault, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Why.</summary>
    public RepositoryFault Fault { get; } = fault;
}
