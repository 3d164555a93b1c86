namespace SecretGuard.DetectSecrets;

/// <summary>What was asked for cannot be done: one line for the user, exit code 2. Never holds a value that was found.</summary>
public sealed class UnsupportedUseException(string message) : Exception(message);
