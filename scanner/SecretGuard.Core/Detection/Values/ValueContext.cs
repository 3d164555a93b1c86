using SecretGuard.Detection.Names;
using SecretGuard.Findings;

namespace SecretGuard.Detection.Values;

/// <summary>What is known about a value besides itself.</summary>
/// <param name="Name">What the name it is bound to promises.</param>
/// <param name="Quoted">Whether it is a string literal or quoted in a configuration file.</param>
/// <param name="Syntax">The syntax of the file.</param>
/// <param name="Place">What the path says about the file.</param>
/// <param name="Stated">
/// How sure the syntax makes by itself that a secret stands here: after <c>IDENTIFIED BY</c> and <c>curl -u</c>, in the field of a known file.
/// Null where only a name says so: names stand beside labels, lookups and types too, so there the value must look like a secret itself.
/// </param>
internal readonly record struct ValueContext(NameKind Name, bool Quoted, FileSyntax Syntax, FilePlace Place, Confidence? Stated = null);
