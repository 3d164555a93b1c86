using Microsoft.CodeAnalysis.Text;
using SecretGuard.Detection;

namespace SecretGuard.CSharp;

/// <summary>How a secret in code was recognised.</summary>
public enum CodeMatchKind
{
    /// <summary>By the engine, in the text of the file: the command line sees the same.</summary>
    Text,

    /// <summary>By what the compiler knows: a folded constant, the parameter or the type that it reaches.</summary>
    Semantic,

    /// <summary>The value that is used where no secret is configured.</summary>
    Fallback,
}

/// <summary>A secret in code. Never the value itself.</summary>
/// <param name="Match">The rule, how surely, and the bytes of the file's text.</param>
/// <param name="Span">The place in the tree.</param>
/// <param name="Kind">How it was recognised.</param>
public sealed record CodeMatch(Match Match, TextSpan Span, CodeMatchKind Kind);

/// <summary>What was seen in one file of code.</summary>
/// <param name="Content">The text, as the engine reads it.</param>
/// <param name="Seen">All that the engine saw in the text, doubtful things too: what must not be shown.</param>
/// <param name="Matches">The secrets, in the order of the text.</param>
public sealed record CodeContent(Content Content, IReadOnlyList<Match> Seen, IReadOnlyList<CodeMatch> Matches);
