namespace SecretGuard.Cli.Hooks.Setup;

/// <summary>How a repository calls this tool: by its name, or as the local tool that its manifest lists.</summary>
internal static class ToolCall
{
    /// <summary>Where the SDK looks for a manifest of local tools, from the root.</summary>
    public static IReadOnlyList<string> Manifests { get; } = [".config/dotnet-tools.json", "dotnet-tools.json"];

    public static string In(string root) =>
        Manifests.Select(name => Path.Combine(root, name)).Any(path => File.Exists(path) && Projects.Project.ReadText(path).Contains("\"secretguard.cli\"", StringComparison.OrdinalIgnoreCase))
            ? "dotnet tool run secretguard"
            : "secretguard";
}
