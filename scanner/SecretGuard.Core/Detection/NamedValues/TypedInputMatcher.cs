using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.NamedValues;

/// <summary>
/// Passwords that code types into a form: <c>fill("#password", "value")</c>, <c>passwordInput.sendKeys("value")</c>, <c>fill_in "Password", with: "value"</c>.
/// The field is told by the last word before the value that says password.
/// </summary>
internal sealed class TypedInputMatcher : Matcher
{
    private const int Lookback = 120;
    private const int Lookahead = 80;

    public override IReadOnlyList<Signature> Signatures { get; } =
        [new(".type("), new(".fill("), new("sendKeys("), new("send_keys("), new("typeText("), new("type_text("), new("setValue("), new("set_value("), new(".val("), new("enterText("), new("fill_in "), new("fillIn("), new("fillField(")];

    public override void Examine(ScanContext context, int position, int signature)
    {
        ReadOnlySpan<byte> text = context.Text;
        int open = position + Signatures[signature].Literal.Length;
        if (context.Syntax is not (FileSyntax.Code or FileSyntax.Markup))
        {
            return;
        }

        Span<CallArgument> arguments = stackalloc CallArgument[2];
        int count = CallArguments.Read(text, open, arguments);
        CallArgument value = arguments[count - 1];
        int lineStart = context.LineStart(position, Lookback);
        ReadOnlySpan<byte> field = count > 1 ? text.Slice(open, Math.Max(0, value.Start - open)) : text.Slice(lineStart, position - lineStart);
        if (!value.IsLiteral || value.Start - open > Lookahead || !SaysPassword(field))
        {
            return;
        }

        ReadOnlySpan<byte> typed = text.Slice(value.Start, value.Length);
        int key = typed.IndexOf((byte)'{'); // {enter}
        typed = key > 0 ? typed.Slice(0, key) : typed;
        ValueShape shape = ValueShape.Of(typed);
        if (shape.Letters > 0 && shape.Digits + shape.Symbols > 0
            && ValueJudge.Judge(typed, new ValueContext(NameKind.Password, Quoted: true, context.Syntax, context.Place)) is { } confidence)
        {
            context.Report(GenericRules.For(NameKind.Password), value.Start, typed.Length, confidence, "typed into a field for a password");
        }
    }

    /// <summary>Whether the last name that this text holds is of a field for a password.</summary>
    private static bool SaysPassword(ReadOnlySpan<byte> text)
    {
        List<string> words = NameTokens.Split(text.Slice(Math.Max(0, text.Length - Lookahead)));
        for (int i = words.Count - 1; i >= 0; i--)
        {
            if (NameWords.Password.Contains(words[i]) || words[i] == "pass")
            {
                return true;
            }

            if (words[i] is "user" or "username" or "email" or "login" or "name")
            {
                return false;
            }
        }

        return false;
    }
}
