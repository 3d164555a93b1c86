using System.Buffers;

namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Finds the password of <c>scheme://user:password@host</c>.</summary>
internal sealed class BasicAuthPlugin() : Plugin("BasicAuthDetector", "Basic Auth Credentials")
{
    // RFC 3986's reserved characters, and blanks: neither name nor password holds one as it is.
    private static readonly SearchValues<char> Ends = SearchValues.Create(":/?#[]@!$&'()*+,;= \t\r\n\v\f\u00A0\u0085\u2028\u2029\u3000");

    public override bool MayFind(string text) => text.Contains("://", StringComparison.Ordinal);

    public override void Find(PluginLine line, List<Capture> found)
    {
        ReadOnlySpan<char> text = line.Text;
        int at = 0;
        while (text[at..].IndexOf("://") is var hit && hit >= 0)
        {
            int user = at + hit + 3;
            at = user;
            int password = Past(text, user, ':');
            int end = password > user + 1 ? Past(text, password, '@') : 0;
            if (end > password + 1)
            {
                found.Add(new Capture(line.Text[password..(end - 1)]));
                at = end;
            }
        }
    }

    /// <summary>The place behind <paramref name="sign"/> where that ends a run of plain characters, or 0.</summary>
    private static int Past(ReadOnlySpan<char> text, int start, char sign)
    {
        int length = text[start..].IndexOfAny(Ends);
        return length >= 0 && text[start + length] == sign ? start + length + 1 : 0;
    }
}
