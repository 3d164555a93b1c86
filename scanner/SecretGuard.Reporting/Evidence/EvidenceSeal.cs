using System.Security.Cryptography;
using System.Text;

namespace SecretGuard.Reporting;

/// <summary>
/// The SHA-256 of all lines of a document but the one that holds it: an edit shows, and whoever reads it can tell with <c>grep -v</c> and <c>sha256sum</c>.
/// It is no signature: who edits the document can also write a new sum.
/// </summary>
internal static class EvidenceSeal
{
    /// <summary>Stands in the line of the sum until it is known.</summary>
    public const string Placeholder = "sum";

    /// <summary>The document with its sum.</summary>
    /// <param name="text">The document; its lines end with <c>\n</c>.</param>
    /// <param name="start">How the line of the sum begins; no other does.</param>
    public static string Seal(string text, string start)
    {
        string[] lines = text.TrimEnd('\n').Split('\n');
        int at = Array.FindIndex(lines, line => line.StartsWith(start, StringComparison.Ordinal));
        byte[] content = Encoding.UTF8.GetBytes(string.Concat(lines.Where((_, i) => i != at).Select(line => line + "\n")));
        lines[at] = start + lines[at][start.Length..].Replace(Placeholder, Convert.ToHexStringLower(SHA256.HashData(content)), StringComparison.Ordinal);
        return string.Concat(lines.Select(line => line + "\n"));
    }
}
