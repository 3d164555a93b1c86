namespace SecretGuard.Cli.Moving;

/// <summary>A validated request to copy.</summary>
/// <param name="Applies">Whether it is done; else only planned.</param>
/// <param name="Overwrites">Whether other values may be replaced.</param>
/// <param name="Record">The file of the record; null where none is wanted.</param>
/// <param name="ShowsPermissions">Whether only the permissions are wanted.</param>
internal sealed record SyncOptions(bool Applies, bool Overwrites, string? Record, bool ShowsPermissions);
