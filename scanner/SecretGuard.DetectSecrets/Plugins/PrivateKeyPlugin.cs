using System.Text;

namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Finds the headers of private keys. The hash is of the header alone; the body is read too, so that keys can be told apart.</summary>
internal sealed class PrivateKeyPlugin() : Plugin("PrivateKeyDetector", "Private Key")
{
    private const int LongestBody = 200; // lines

    private static readonly string[] Headers =
    [
        .. ((string[])["DSA ", "EC ", "OPENSSH ", "", "RSA ", "SSH2 ENCRYPTED "]).Select(kind => $"BEGIN {kind}PRIVATE KEY"),
        "BEGIN PGP PRIVATE KEY BLOCK",
        "PuTTY-User-Key-File-2",
    ];

    public override bool MayFind(string text) => text.Contains("BEGIN ", StringComparison.Ordinal) || text.Contains("PuTTY-User-Key-File-2", StringComparison.Ordinal);

    public override void Find(PluginLine line, List<Capture> found)
    {
        foreach (string header in Headers)
        {
            if (line.Text.Contains(header, StringComparison.Ordinal))
            {
                found.Add(new Capture(header));
            }
        }
    }

    public override Capture Whole(Capture capture, IReadOnlyList<string> lines, int number)
    {
        var body = new StringBuilder(capture.Hashed);
        ReadOnlySpan<char> rest = lines[number - 1].AsSpan();
        rest = rest[Math.Max(0, rest.IndexOf(capture.Hashed))..];
        for (int i = number; i < Math.Min(lines.Count, number + LongestBody) && !rest.Contains("END ", StringComparison.Ordinal) && !lines[i].Contains("BEGIN ", StringComparison.Ordinal); i++)
        {
            AppendBase64(body, rest);
            rest = lines[i];
        }

        AppendBase64(body, rest[..Math.Max(0, rest.IndexOf("END "))]);
        return capture with { Value = body.ToString() };
    }

    /// <summary>What stands before and behind a body, such as quotes and blanks, may change without the key.</summary>
    private static void AppendBase64(StringBuilder body, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=')
            {
                body.Append(c);
            }
        }
    }
}
