namespace SecretGuard.Cli;

/// <summary>The user asked for something that cannot be done as asked. The message says what, where and what to do instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
