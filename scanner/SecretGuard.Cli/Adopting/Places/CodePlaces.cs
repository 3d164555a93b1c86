using SecretGuard.References.CSharp.Lexing;
using SecretGuard.Remedies;

namespace SecretGuard.Cli.Adopting.Places;

/// <summary>
/// Secrets in C#. A literal is replaced where tokens alone show that any expression may stand there; everywhere else the code fix does it, which asks the compiler.
/// </summary>
internal static class CodePlaces
{
    private const string Fix = "the code fix of SG1001 does it in an editor, or 'dotnet format analyzers --diagnostics SG1001' where the package SecretGuard is referenced";

    private static readonly string[] Before = ["=", "(", ",", "=>", "return", "{", ":"];
    private static readonly string[] After = [";", ",", ")", "}"];

    /// <summary>The literal.</summary>
    public static SecretPlace Find(SecretSpot spot)
    {
        CodeToken[] all = [.. CodeTokens.Read(spot.Text)];
        CodeToken token = Array.Find(all, token => token.Start <= spot.Start && token.End >= spot.End);
        if (token.End == 0 || token.Kind is CodeTokenKind.Word or CodeTokenKind.Sign)
        {
            return spot.ByHand($"no single literal holds it: {Fix}");
        }

        if (token.Kind == CodeTokenKind.Remark)
        {
            return spot.ByHand("it stands in a comment, where nothing reads it: delete it");
        }

        var code = new CodeSurroundings(spot.Text, [.. all.Where(one => one.Kind != CodeTokenKind.Remark)], token, spot.ImportsSystem);
        string? content = token.Kind == CodeTokenKind.Text ? CodeLiterals.ContentOf(spot.Text[token.Start..token.End]) : null;
        string? value = token.Kind == CodeTokenKind.Text ? CodeLiterals.ValueOf(spot.Text[token.Start..token.End]) : null;
        bool isWhole = content?.Trim() == spot.Written.Trim() || (value is not null && OneTexts.IsOne(value));
        return new SecretPlace(token.Start, token.End, code.Name() ?? "")
        {
            Value = isWhole ? value : null,
            Reference = variable => ReadingText.OrThrow(ReadingText.OfVariable(code.Qualify("Environment"), variable), code.Qualify("InvalidOperationException"), ReadingText.SetIt(variable)),
            Write = expression => expression.Contains("??", StringComparison.Ordinal) ? expression : ReadingText.OrThrow(expression, code.Qualify("InvalidOperationException"), $"Configure {code.Name() ?? "it"}."),
            IsCode = true,
            Obstacle = Obstacle(code, token, isWhole) is { } why ? $"{why}: {Fix}" : null,
        };
    }

    private static string? Obstacle(CodeSurroundings code, CodeToken token, bool isWhole)
    {
        string previous = code.At(-1), next = code.At(1);
        return token.Kind == CodeTokenKind.Interpolated ? "the text has holes"
            : code.Token(0).EndsWith("u8", StringComparison.Ordinal) ? "it is a text of bytes"
            : previous == "+" || next == "+" ? "the text is joined with others"
            : !isWhole ? "the secret is a part of a longer text"
            : previous == "??" || code.IsDefaultOfLookUp() ? "it is what counts where nothing is configured"
            : code.IsConstant() ? "a constant is needed here"
            : !Before.Contains(previous, StringComparer.Ordinal) || !After.Contains(next, StringComparer.Ordinal) || (previous == ":" && !code.IsNamedArgument()) ? "what may stand here instead, only the compiler knows"
            : null;
    }
}
