using SecretGuard.References.CSharp.Names;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>What a file says to its project.</summary>
/// <param name="Mentions">What it names.</param>
/// <param name="Constants">Its constants.</param>
internal sealed record CodeContents(IReadOnlyList<CodeMention> Mentions, IReadOnlyList<CodeConstant> Constants);

/// <summary>A constant.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Container">The type that declares it, with its namespace.</param>
/// <param name="Value">What it is.</param>
internal sealed record CodeConstant(string Name, string Container, NameText Value);
