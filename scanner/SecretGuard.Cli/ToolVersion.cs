namespace SecretGuard.Cli;

/// <summary>The version of this build, such as <c>0.1.0</c>: a constant that the build writes.</summary>
internal static partial class ToolVersion;
