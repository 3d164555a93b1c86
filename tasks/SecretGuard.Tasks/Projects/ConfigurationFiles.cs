namespace SecretGuard.Tasks.Projects;

/// <summary>Knows files of configuration by their names.</summary>
internal static class ConfigurationFiles
{
    private static readonly string[] Endings = [".config", ".pubxml", ".runsettings", ".http", ".rest", ".yml", ".yaml", ".env", ".dockerfile"];
    private static readonly string[] Beginnings = [".env", "Dockerfile", "Containerfile"];
    private static readonly string[] Names = ["launchSettings.json", "local.settings.json"];

    /// <summary>Whether a file of this name holds configuration.</summary>
    public static bool IsOne(string name) =>
        Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || Beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
        || Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase));
}
