namespace SecretGuard.Stores.Local.DotEnv;

/// <summary>A variable that a file sets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">The line that sets it, from 1.</param>
/// <param name="IsEmpty">Whether it is set to nothing.</param>
internal readonly record struct DotEnvEntry(string Name, int Line, bool IsEmpty);
