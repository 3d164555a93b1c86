using System.Text.RegularExpressions;

namespace SecretGuard.Repo.Tests;

/// <summary>Leaked keys are never tried out, and nothing is sent: no project has code that could, but the one that asks the stores of the user.</summary>
public sealed partial class NoNetworkTests
{
    [Fact]
    public void Sources_OpenNoConnection()
    {
        (from path in Repository.Files(".cs", "scanner/").Concat(Repository.Files(".cs", "tasks/"))
         from line in Repository.Text(path).Split('\n')
         where !path.StartsWith("scanner/SecretGuard.Stores/", StringComparison.Ordinal)
         where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Network().IsMatch(line)
         select $"{path}: {line.Trim()}").ShouldBeEmpty();
    }

    [GeneratedRegex(@"using System\.Net\b|\bSystem\.Net\.(?!WebUtility)|\b(HttpClient|TcpClient|UdpClient|Socket|WebRequest|Dns)\b(?=[\s(.])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Network();
}
