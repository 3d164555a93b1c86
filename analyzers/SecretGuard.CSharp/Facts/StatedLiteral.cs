using Microsoft.CodeAnalysis.Text;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Facts;

/// <summary>A value where a known type takes a secret. Holds the value: lives no longer than the reading of its file.</summary>
internal readonly record struct StatedLiteral(string Value, NameKind Kind, string Name, TextSpan Literal);
