using System.Reflection;

namespace SecretGuard.Analyzers;

/// <summary>Where editors lead who wants to know more about a diagnostic.</summary>
internal static class HelpLinks
{
    private const string Key = "SecretGuardPages"; // as the project of this assembly writes it

    private static readonly string Pages = typeof(HelpLinks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == Key).Value!;

    /// <summary>The diagnostic's own page, where the build was told where the pages are; else the package's.</summary>
    public static string Of(string id) => Pages.EndsWith("/", StringComparison.Ordinal) ? $"{Pages}{id}.md" : Pages;
}
