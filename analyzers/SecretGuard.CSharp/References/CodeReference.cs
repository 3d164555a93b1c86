using Microsoft.CodeAnalysis;
using SecretGuard.Inventories;

namespace SecretGuard.CSharp.References;

/// <summary>A reference, and the expression that names it.</summary>
public readonly record struct CodeReference(SecretReference Reference, SyntaxNode Place);
