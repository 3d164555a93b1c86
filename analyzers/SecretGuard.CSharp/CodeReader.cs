using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CSharp.Facts;
using SecretGuard.CSharp.Places;
using SecretGuard.CSharp.Sinks;
using SecretGuard.Detection;
using SecretGuard.Detection.NamedValues;
using SecretGuard.Findings;

namespace SecretGuard.CSharp;

/// <summary>Secrets in a C# file: what the engine sees in its text, and what only the compiler knows.</summary>
/// <param name="detector">The engine with the rules in force.</param>
/// <param name="declared">What takes a secret in the repository's own types.</param>
public sealed class CodeReader(Detector detector, IReadOnlyList<TypedSink> declared)
{
    private readonly SinkTable _sinks = new(declared);

    /// <summary>Reads one file of a compilation. <paramref name="path"/> is relative to the repository, with <c>/</c>.</summary>
    public CodeContent Read(SemanticModel model, string path, CancellationToken cancellation)
    {
        string text = model.SyntaxTree.GetText(cancellation).ToString();
        Content content = Content.FromText(text, path);
        var map = new Utf8Map(text, content.Buffer, content.Length);
        IReadOnlyList<Match> seen = detector.See(content, cancellation);
        SyntaxNode root = model.SyntaxTree.GetRoot(cancellation);
        var found = new CodeMatches();
        foreach (Match match in detector.Resolve(seen))
        {
            TextSpan span = TextSpan.FromBounds(map.ToCharacter(match.Start), map.ToCharacter(match.End));
            found.Add(new CodeMatch(match, span, Fallbacks.IsOne(root, span) ? CodeMatchKind.Fallback : CodeMatchKind.Text));
        }

        cancellation.ThrowIfCancellationRequested();
        ReadMeaning(model, text, path, map, found, cancellation);
        return new CodeContent(content, seen, found.All);
    }

    private void ReadMeaning(SemanticModel model, string text, string path, Utf8Map map, CodeMatches found, CancellationToken cancellation)
    {
        var sheet = new FactSheet();
        SyntaxNode root = model.SyntaxTree.GetRoot(cancellation);
        var stated = new List<StatedLiteral>(AppendedCharacters.In(root, text));
        var writer = new FactWriter(model, root, text, _sinks, sheet, stated);
        writer.Write(cancellation);
        if (!sheet.IsEmpty)
        {
            string facts = sheet.Text;
            Content content = Content.FromText(facts, path);
            var places = new Utf8Map(facts, content.Buffer, content.Length);
            foreach (Match match in detector.Detect(content))
            {
                int start = places.ToCharacter(match.Start);
                string secret = facts.Substring(start, places.ToCharacter(match.End) - start);
                if (sheet.At(start) is { Literal.Length: > 0 } entry && entry.IsIn(secret))
                {
                    Add(found, match, Within(entry.Literal, text, secret), entry.Kind, map);
                }
            }
        }

        foreach ((string name, string written, TextSpan literal) in writer.Documents.Concat(new WrittenFiles(model).In(root, text, cancellation)))
        {
            foreach (Match match in detector.Detect(Content.FromText(written, name)))
            {
                Add(found, match, literal, CodeMatchKind.Semantic, map);
            }
        }

        foreach (StatedLiteral literal in stated)
        {
            if (TypedLiteral.Judge(literal.Value, literal.Kind, path) is { } verdict && detector.Rules.Contains(verdict.Rule) && literal.Literal.Length > 0)
            {
                Add(found, new Match(verdict.Rule, 0, 0, verdict.Confidence, literal.Name.Length > 0 ? "argument " + literal.Name : null), literal.Literal, CodeMatchKind.Semantic, map);
            }
        }
    }

    /// <summary>The secret alone where it stands in the literal as it is: a word of a command line.</summary>
    private static TextSpan Within(TextSpan literal, string text, string secret) =>
        text.IndexOf(secret, literal.Start, literal.Length, StringComparison.Ordinal) is var at and >= 0 ? new TextSpan(at, secret.Length) : literal;

    private static void Add(CodeMatches found, Match match, TextSpan literal, CodeMatchKind kind, Utf8Map map)
    {
        int start = map.ToByte(literal.Start);
        found.Add(new CodeMatch(match with { Start = start, Length = map.ToByte(literal.End) - start }, literal, kind));
    }
}
