using SecretGuard.Findings;

namespace SecretGuard.Rules.Structured;

/// <summary>Secrets that are handed to programs as arguments: other users see them in the list of processes.</summary>
internal static class CommandLineRules
{
    public static readonly Rule Argument = new("command-line-secret", "Secret in the arguments of a command")
    {
        Severity = Severity.High,
        Advice = "Change the secret, and hand it over by a variable from a secret store, a file that only its owner reads, or standard input.",
    };

    public static readonly Rule Piped = new("piped-secret", "Secret that a script pipes into a command")
    {
        Severity = Severity.High,
        Advice = "Change the secret, and read it from a secret store when the script runs.",
    };

    public static Rule[] All => [Argument, Piped];
}
