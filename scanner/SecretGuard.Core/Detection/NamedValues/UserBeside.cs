using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;

namespace SecretGuard.Detection.NamedValues;

/// <summary>
/// The user that is written beside a password: <c>user: "a", password: "b"</c>, or one line above it. Nobody writes a user down for a word that is
/// no password, so with it any word may be one.
/// </summary>
internal static class UserBeside
{
    private const int Window = 200;
    private const int LongestUser = 64;

    private static readonly string[] Roots = ["user", "login", "mail", "name"];

    /// <summary>What the last word of a user's name is.</summary>
    private static readonly WordSet Users = WordSet.Of("email login mail user username usr");

    /// <summary>Finds the literal of a user on the line of the binding, the line before it, or the line behind it.</summary>
    public static bool TryFind(ScanContext context, NameSpan name, Binding binding, out int start, out int length)
    {
        ReadOnlySpan<byte> text = context.Text;
        int line = context.LineStart(name.Start, Window), from = context.LineStart(Math.Max(0, line - 1), Window);
        int lineEnd = context.LineEnd(binding.Start + binding.Length, Window), most = context.LineEnd(Math.Min(text.Length, lineEnd + 1), Window);
        (start, length) = (0, 0);
        for (int at = from; at < most; at++)
        {
            at = at == name.Start ? Math.Max(at, binding.Start + binding.Length) : at; // the value may stand before its name
            if (at >= most || (text[at] | 0x20) is not ('u' or 'l' or 'm' or 'n'))
            {
                continue; // no root begins so
            }

            foreach (string root in Roots)
            {
                if (AsciiText.StartsWith(text.Slice(at), root, ignoreCase: true) && at + root.Length <= most)
                {
                    NameSpan user = NameSpan.Around(text, at, root.Length);
                    bool sameLine = user.Start >= line && user.End <= lineEnd;
                    if (IsUser(text.Slice(user.Start, user.End - user.Start), sameLine) && TryReadValue(context, user, out start, out length))
                    {
                        return true;
                    }

                    at = Math.Max(at, user.End - 1);
                    break;
                }
            }
        }

        return false;
    }

    /// <summary>A bare "name" is a user's only where the password is on its line.</summary>
    private static bool IsUser(ReadOnlySpan<byte> name, bool sameLine)
    {
        List<string> words = NameTokens.Split(name);
        string last = words.Count == 0 ? "" : words[words.Count - 1];
        return Users.Contains(last) || (last == "name" && ((words.Count == 1 && sameLine) || (words.Count > 1 && words[words.Count - 2] is "user" or "login")));
    }

    private static bool TryReadValue(ScanContext context, NameSpan user, out int start, out int length)
    {
        ReadOnlySpan<byte> text = context.Text;
        (start, length) = (0, 0);
        int at = AsciiText.SkipSpaces(text, user.After, text.Length);
        if (at >= text.Length || text[at] is not ((byte)':' or (byte)'=' or (byte)','))
        {
            return false;
        }

        do
        {
            at++;
        }
        while (at < text.Length && text[at] is (byte)'=' or (byte)'>' or (byte)' ');

        bool pair = text[at - 1] == '=' && !Ascii.IsSpace(text[Math.Min(at, text.Length - 1)]);
        bool bare = (pair && context.Syntax is FileSyntax.Unknown or FileSyntax.Prose) || context.Syntax is FileSyntax.Yaml or FileSyntax.KeyValue or FileSyntax.Shell or FileSyntax.Dockerfile && text[Math.Min(at, text.Length - 1)] is not ((byte)'"' or (byte)'\'');
        bool found = bare ? BareWords.TryRead(context, at, 0, comment: false, out length) : Quotes.TryRead(text, at, out start, out length, out _);
        start = bare ? at : start;
        int end = pair ? AsciiText.IndexOfAny(text.Slice(start, length), ";,& \t"u8) : -1;
        length = end > 0 ? end : length;
        return found && length <= LongestUser && text.Slice(start, length).IndexOf((byte)' ') < 0 && !Templates.IsTemplate(text.Slice(start, length));
    }
}
