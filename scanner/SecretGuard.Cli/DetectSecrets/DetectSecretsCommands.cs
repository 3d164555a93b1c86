using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Projects;
using SecretGuard.Configuration;
using SecretGuard.DetectSecrets;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Cli.DetectSecrets;

/// <summary>
/// <c>secretguard detect-secrets …</c> and <c>secretguard detect-secrets-hook …</c>. Their grammar is Python's, so the words go to the drop-in
/// as they were typed.
/// </summary>
internal static class DetectSecretsCommands
{
    public const string Program = "detect-secrets";
    public const string Hook = "detect-secrets-hook";

    /// <summary>Runs one of them; null where the words are of another command.</summary>
    public static int? Run(string[] args) => args[0] switch
    {
        Program => DetectSecretsProgram.Run(args[1..], Surroundings()),
        Hook => DetectSecretsProgram.RunHook(args[1..], Surroundings()),
        _ => null,
    };

    /// <summary>What completion offers of the first.</summary>
    public static Command CreateProgram() => new Command(Program, "Stand in for detect-secrets 1.5.0.")
    {
        new Command("scan", "Look for secrets, print or update a baseline."),
        new Command("audit", "Label the entries of a baseline."),
        new Command("install", "Write launchers with the names of detect-secrets."),
    };

    /// <summary>What completion offers of the second.</summary>
    public static Command CreateHook() => new(Hook, "Stand in for the hook of detect-secrets 1.5.0.");

    private static Surroundings Surroundings() => new(
        new ToolConsole(Console.In, Console.Out, Console.Error, !Console.IsInputRedirected && !Console.IsOutputRedirected),
        TimeProvider.System)
    {
        Open = folder => new GitWorkspace(Folder(folder)),
        Rules = folder => Engine(Folder(folder)),
        Variable = Environment.GetEnvironmentVariable,
        Invocation = [.. ToolInvocation.Words],
    };

    private static string Folder(string folder)
    {
        string full = Path.GetFullPath(folder);
        return Directory.Exists(full) ? full : throw new UnsupportedUseException($"-C: there is no folder '{folder}'");
    }

    /// <summary>The rules of the folder's project, and what it accepts. Its own baseline is not asked: one file says what is old.</summary>
    private static Engine Engine(string folder)
    {
        Settings settings = Project.Find(folder, [], null).Settings;
        return new Engine(
            new Lazy<Detector>(() => new Detector(RuleSelection.Make(settings, [], []))),
            new TriagePolicy
            {
                MinConfidence = settings.MinConfidence ?? Confidence.Medium,
                CompatPragmas = settings.CompatPragmas,
                RequireReason = settings.RequireReason,
                Allow = settings.Allow,
                Today = TimeProvider.System.GetUtcNow().UtcDateTime.Date,
                Fingerprinter = new Fingerprinter(settings.Salt ?? Salt.Public),
            });
    }
}
