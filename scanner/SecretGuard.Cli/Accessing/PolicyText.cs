namespace SecretGuard.Cli.Accessing;

/// <summary>A policy for one store.</summary>
/// <param name="Title">For which store, in which environments, for people.</param>
/// <param name="Type">The kind of the store.</param>
/// <param name="Text">The policy, in the store's own language.</param>
internal sealed record PolicyText(string Title, string Type, string Text);
