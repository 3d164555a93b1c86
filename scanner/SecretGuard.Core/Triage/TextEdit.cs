using SecretGuard.Findings;

namespace SecretGuard.Triage;

/// <summary>A change of a text.</summary>
/// <param name="Location">The characters that go; none where something is put in.</param>
/// <param name="Text">What comes in their place.</param>
public sealed record TextEdit(Location Location, string Text);
