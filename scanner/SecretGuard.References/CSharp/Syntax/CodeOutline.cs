using SecretGuard.References.CSharp.Lexing;

namespace SecretGuard.References.CSharp.Syntax;

/// <summary>What a file declares, and where it holds.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Scopes">Its scopes in the order in which they begin; the first is the file.</param>
/// <param name="Types">Its types.</param>
/// <param name="Usings">What it uses.</param>
/// <param name="Constants">Its constants and fields that keep a text, for other files too.</param>
internal sealed record CodeOutline(CSharpTokens Tokens, IReadOnlyList<CodeScope> Scopes, IReadOnlyList<CodeType> Types, IReadOnlyList<UsingDirective> Usings, IReadOnlyList<Declaration> Constants);

/// <summary>A namespace or, if static, a type that a file uses.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsStatic">Whether its members can be named alone.</param>
/// <param name="IsGlobal">Whether all files of the project use it.</param>
internal sealed record UsingDirective(string Name, bool IsStatic, bool IsGlobal);
