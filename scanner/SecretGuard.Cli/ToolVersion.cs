using System.Reflection;

namespace SecretGuard.Cli;

/// <summary>The version of this build.</summary>
internal static class ToolVersion
{
    /// <summary>Such as <c>0.1.0</c>, without build metadata.</summary>
    public static string Current { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
