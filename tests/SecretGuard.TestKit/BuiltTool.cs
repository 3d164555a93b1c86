namespace SecretGuard.TestKit;

/// <summary>
/// The command line that tests start: the one that was built with them, or the program that the variable
/// <c>SECRETGUARD_TEST_TOOL</c> names, so that a release is tested as it is delivered.
/// </summary>
public static class BuiltTool
{
    private static readonly string[] Command =
        Environment.GetEnvironmentVariable("SECRETGUARD_TEST_TOOL") is { Length: > 0 } program ? [Path.GetFullPath(program)] : [Host, Path.Combine(AppContext.BaseDirectory, "SecretGuard.Cli.dll")];

    /// <summary>The program to start.</summary>
    public static string Program => Command[0];

    /// <summary>The command line of a POSIX shell that starts it.</summary>
    public static string InShell => string.Join(' ', Command.Select(part => $"'{part}'"));

    /// <summary>The command line that was built with the tests, whatever <see cref="Program"/> is: it has the clients of clouds, which a program made for tests alone may lack.</summary>
    public static (string Program, string[] Arguments) Whole(params string[] arguments) => (Host, [Path.Combine(AppContext.BaseDirectory, "SecretGuard.Cli.dll"), .. arguments]);

    // The tests' own host, which need not be the one of the search path.
    private static string Host => Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    /// <summary>The arguments of <see cref="Program"/> that give the tool these arguments.</summary>
    public static string[] With(params string[] arguments) => [.. Command.Skip(1), .. arguments];
}
