using System.Globalization;
using System.Text;
using SecretGuard.Git;

namespace SecretGuard.Cli.Sources;

/// <summary>Who changed a line last, and when, where git knows.</summary>
internal sealed class GitBlame(string root, CancellationToken cancellation)
{
    private bool _isOff;

    /// <summary>Such as <c>2026-03-01 by Ada</c>, or null: no git, no repository, not committed.</summary>
    public string? Of(string path, int line)
    {
        if (_isOff)
        {
            return null;
        }

        GitResult result = GitProcess.Run(root, cancellation, "blame", "--porcelain", "-L", $"{line},{line}", "--", path);
        _isOff = result.IsMissing || result.IsNoRepository;
        string[] lines = Encoding.UTF8.GetString(result.Output).Split('\n');
        string? author = Field(lines, "author "), time = Field(lines, "author-time ");
        return result.Succeeded && author is not null && author != "Not Committed Yet" && long.TryParse(time, CultureInfo.InvariantCulture, out long seconds)
            ? $"{DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} by {Reporting.VisibleText.Of(author)}"
            : null;
    }

    private static string? Field(string[] lines, string name) =>
        Array.Find(lines, line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
