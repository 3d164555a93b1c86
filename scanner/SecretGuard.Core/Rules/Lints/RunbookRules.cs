using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>Scripts, and the commands that documents tell people to type.</summary>
public static class RunbookRules
{
    /// <summary>A value on the screen.</summary>
    public static Rule Printed { get; } = new("script-secret-printed", "Command prints a secret")
    {
        DiagnosticId = "SG3701",
        Severity = Severity.Medium,
        Advice = "Ask whether it is there without its value, take the value into a variable, or pipe it to what needs it.",
    };

    /// <summary>A value among the arguments.</summary>
    public static Rule Argument { get; } = new("script-secret-argument", "Command is given a secret as an argument")
    {
        DiagnosticId = "SG3702",
        Severity = Severity.Low,
        Advice = "Hand it over by standard input, a file or a variable of the environment: arguments are seen by other processes, and what is typed stays in the shell's history.",
    };

    /// <summary>A value in a command that a cluster writes down.</summary>
    public static Rule Exec { get; } = new("script-secret-exec", "Command for a pod holds a secret")
    {
        DiagnosticId = "SG3703",
        Severity = Severity.Medium,
        Advice = "Let the shell in the pod fetch it, or hand it over by standard input ('kubectl exec -i'): the API server's audit log has the command as it was sent.",
    };

    /// <summary>The root token for daily work.</summary>
    public static Rule RootToken { get; } = new("vault-root-token", "Script works with Vault's root token")
    {
        DiagnosticId = "SG3704",
        Severity = Severity.Medium,
        Advice = "Log in with a method that says who it is and gives the least that is needed; revoke the root token and make one anew ('vault operator generate-root') when it is needed.",
    };

    /// <summary>What unseals Vault beside it.</summary>
    public static Rule UnsealKey { get; } = new("vault-unseal-key-kept", "Vault's unseal key or root token is kept in the cluster")
    {
        DiagnosticId = "SG3705",
        Advice = "Unseal by a key management service ('seal' in Vault's configuration), or hand the keys to several people; whoever reads this secret of the cluster has all that Vault keeps.",
    };

    /// <summary>A shell that shows what it does.</summary>
    public static Rule Traced { get; } = new("script-secrets-traced", "Script shows its commands while it handles secrets")
    {
        DiagnosticId = "SG3706",
        Severity = Severity.Medium,
        Advice = "Leave 'set -x' out, or switch it off ('set +x') around the commands that have to do with secrets.",
    };

    /// <summary>A document leads nowhere.</summary>
    public static Rule LinesMissing { get; } = new("document-lines-missing", "Document names lines that are not there")
    {
        DiagnosticId = "SG3707",
        Severity = Severity.Info,
        Advice = "Correct the path or the lines, or name what stands there (a resource, a key) in the place of its number: that moves with it.",
    };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } = [Printed, Argument, Exec, RootToken, UnsealKey, Traced, LinesMissing];
}
