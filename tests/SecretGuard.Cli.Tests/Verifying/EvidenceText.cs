using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>Evidence as a text: its schema, its sum, and what of it stays from run to run.</summary>
internal static partial class EvidenceText
{
    public static readonly string Schema = File.ReadAllText(Path.Combine(Sandbox.Repository, "scanner/SecretGuard.Reporting/Schemas/evidence.schema.json"));

    /// <summary>The sum of all lines that do not begin so.</summary>
    public static string SumWithout(string text, string start) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(text.TrimEnd('\n').Split('\n').Where(line => !Regex.IsMatch(line, start, RegexOptions.NonBacktracking)).Select(line => line + "\n")))));

    /// <summary>Without what differs from run to run.</summary>
    public static string Scrubbed(string text) => Moment().Replace(Digest().Replace(Version().Replace(Server().Replace(text, "<cluster>"), "<version>"), "<digest>"), "<time>");

    [GeneratedRegex(@"\b20(?!99)[0-9]{2}-[0-9]{2}-[0-9]{2}[T ](?!12:00:00|00:00:00)[0-9:]{8}Z?", RegexOptions.None, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex("[0-9a-f]{40,64}", RegexOptions.None, 1000)]
    private static partial Regex Digest();

    [GeneratedRegex(@"\b[0-9]+\.[0-9]+\.[0-9]+\b", RegexOptions.None, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"(?<=//)127\.0\.0\.1:[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Server();
}
