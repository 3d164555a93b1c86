using SecretGuard.Detection.Names;

namespace SecretGuard.Detection.Values;

/// <summary>What is known about a value besides itself.</summary>
/// <param name="Name">What the name it is bound to promises.</param>
/// <param name="Quoted">Whether it is a string literal or quoted in a configuration file.</param>
/// <param name="Syntax">The syntax of the file.</param>
/// <param name="Place">What the path says about the file.</param>
internal readonly record struct ValueContext(NameKind Name, bool Quoted, FileSyntax Syntax, FilePlace Place);
