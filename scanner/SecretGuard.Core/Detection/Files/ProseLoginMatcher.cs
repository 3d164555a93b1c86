using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Files;

/// <summary>Finds the logins that documents tell: <c>Default credentials: admin / word</c>, <c>`admin` / `word`</c>, <c>login/pass: admin/word</c>.</summary>
internal sealed class ProseLoginMatcher : Matcher
{
    private const int Longest = 96;

    /// <summary>The users whose passwords are told.</summary>
    private static readonly WordSet Users = WordSet.Of("admin administrator demo deploy guest manager operator oracle postgres root sa support sysadmin test tester user");

    public override IReadOnlyList<Signature> Signatures { get; } = Signature.OfWords("credentials", "login", "logon", "creds", "account", "/pass", "/password", "` / `");

    public override void Examine(ScanContext context, int position, int signature)
    {
        if (context.Syntax is not (FileSyntax.Prose or FileSyntax.Unknown))
        {
            return;
        }

        ReadOnlySpan<byte> text = context.Text;
        int end = context.LineEnd(position, Longest);
        ReadOnlySpan<byte> line = text.Slice(position, end - position);
        bool marked = Signatures[signature].Literal[0] == '`';
        int at = marked ? position : position + line.IndexOf((byte)':') + 1;
        if (marked)
        {
            int start = position;
            while (start > 0 && (Ascii.IsAlphanumeric(text[start - 1]) || text[start - 1] is (byte)'_' or (byte)'-' or (byte)'.'))
            {
                start--;
            }

            at = start;
        }
        else if (at == position)
        {
            return;
        }

        bool told = marked && TellsLogin(text.Slice(context.LineStart(position, Longest), position - context.LineStart(position, Longest)));
        ReadPair(context, at, end, told);
    }

    private static bool TellsLogin(ReadOnlySpan<byte> line) => AsciiText.ContainsIgnoreCase(line, "login") || AsciiText.ContainsIgnoreCase(line, "credential");

    /// <summary>user / word, user/word, user:word, with marks around each.</summary>
    private static void ReadPair(ScanContext context, int at, int end, bool told)
    {
        ReadOnlySpan<byte> text = context.Text;
        Field user = Word(text, ref at, end);
        int sign = AsciiText.SkipSpaces(text, at, end);
        if (user.Length == 0 || sign >= end || text[sign] is not ((byte)'/' or (byte)':' or (byte)'|'))
        {
            return;
        }

        at = sign + 1;
        Field word = Word(text, ref at, end);
        ReadOnlySpan<byte> value = word.In(text);
        if ((told || Users.Contains(user.In(text))) && value.Length > 0 && PasswordJudge.LooksChosen(value) && value.IndexOf((byte)'/') < 0
            && ValueJudge.Judge(value, new ValueContext(Names.NameKind.Password, Quoted: true, context.Syntax, context.Place)) is { } confidence and > Confidence.Low)
        {
            context.Report(GenericRules.For(Names.NameKind.Password), word.Start, value.Length, confidence == Confidence.High ? Confidence.Medium : confidence, "login that a document tells");
        }
    }

    /// <summary>The next word without the marks around it.</summary>
    private static Field Word(ReadOnlySpan<byte> text, ref int at, int end)
    {
        while (at < end && text[at] is (byte)' ' or (byte)'`' or (byte)'*' or (byte)'"' or (byte)'\'' or (byte)'(')
        {
            at++;
        }

        int start = at;
        while (at < end && text[at] is not ((byte)' ' or (byte)'`' or (byte)'"' or (byte)'\'' or (byte)',' or (byte)';' or (byte)')' or (byte)'|') && (text[at] is not ((byte)'/' or (byte)':') || at == start))
        {
            at++;
        }

        int stop = at;
        while (stop > start && text[stop - 1] is (byte)'.' or (byte)'*')
        {
            stop--;
        }

        while (at < end && text[at] is (byte)'`' or (byte)'*' or (byte)'"' or (byte)'\'')
        {
            at++;
        }

        return new Field(start, stop);
    }
}
