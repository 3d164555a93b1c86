using System.Text;

namespace SecretGuard.Triage;

/// <summary>
/// Names a secret at a place without telling it: <c>sg1:&lt;rule&gt;:&lt;path scope&gt;:&lt;digest&gt;</c>. No line and no commit is part of it.
/// </summary>
/// <param name="Rule">The rule's slug.</param>
/// <param name="Scope">The path scope: see <see cref="ScopeOf"/>.</param>
/// <param name="Digest">32 hex digits of the whole value under the repository's salt.</param>
public sealed record Fingerprint(string Rule, string Scope, string Digest)
{
    private const string Version = "sg1";

    /// <summary>
    /// The scope of a path is the file's name. A move to another folder keeps it, and it needs nothing but the path, so that a hook, a
    /// compiler and a full scan agree. A renamed file gets other fingerprints; <c>baseline update</c> carries the acceptance over by the digest.
    /// Characters beyond letters, digits and <c>. _ - + @ ~</c> are percent-encoded: a fingerprint has no spaces and no further colons.
    /// </summary>
    public static string ScopeOf(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var scope = new StringBuilder(name.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(name))
        {
            char c = (char)b;
            if (Ascii.IsAlphanumeric(b) || c is '.' or '_' or '-' or '+' or '@' or '~')
            {
                scope.Append(c);
            }
            else
            {
                scope.Append('%').Append(Hex.Encode([b], 1));
            }
        }

        return scope.ToString();
    }

    /// <summary>Reads a fingerprint.</summary>
    public static Fingerprint? TryParse(string text)
    {
        string[] parts = text.Split(':');
        return parts.Length == 4 && parts[0] == Version && parts[1].Length > 0 && IsDigest(parts[3])
            ? new Fingerprint(parts[1], parts[2], parts[3].ToLowerInvariant())
            : null;
    }

    /// <summary>Whether a text is what <see cref="Digest"/> holds.</summary>
    public static bool IsDigest(string text) => text.Length == Fingerprinter.DigestLength * 2 && Hex.TryDecode(text, out _);

    /// <summary>The text form.</summary>
    public override string ToString() => $"{Version}:{Rule}:{Scope}:{Digest}";
}
