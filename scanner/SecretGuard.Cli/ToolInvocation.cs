namespace SecretGuard.Cli;

/// <summary>How this very program is started once more.</summary>
internal static class ToolInvocation
{
    /// <summary>The program, and what comes before the arguments.</summary>
    public static IReadOnlyList<string> Words { get; } = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) != "dotnet"
        ? [host]
        : ["dotnet", Path.Combine(AppContext.BaseDirectory, "SecretGuard.Cli.dll")];
}
