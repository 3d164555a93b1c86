using SecretGuard.Findings;

namespace SecretGuard.Rules.Structured;

/// <summary>Secrets whose place in a known kind of file says what they are.</summary>
internal static class FileRules
{
    private const string Move = "Change it, and keep the new one in a secret store or in a file outside the repository.";

    public static readonly Rule CredentialFile = new("credential-file", "Password in a file of credentials") { Severity = Severity.High, Advice = Move };

    public static readonly Rule PasswordHash = new("password-hash", "Password hash")
    {
        Severity = Severity.Medium,
        Confidence = Confidence.Low,
        Advice = "Treat weak passwords behind published hashes as known: change them, and keep the file outside the repository.",
    };

    public static readonly Rule RegistryLogin = new("registry-login", "Login of a package or container registry") { Severity = Severity.High, Advice = "Change the password, and log in with a short-lived token or a credential helper." };

    public static readonly Rule KubernetesSecret = new("kubernetes-secret", "Value of a Kubernetes Secret") { Severity = Severity.High, Advice = "Change it, and commit a sealed secret or a reference to a store in its place: Base64 hides nothing." };

    public static readonly Rule Entry = new("named-entry-secret", "Secret in an entry of name and value") { Severity = Severity.High, Advice = "Change it, and refer to a secret store in its place." };

    public static readonly Rule Table = new("table-secret", "Secret in a table") { Severity = Severity.High, Advice = "Change it, and keep tables of passwords out of the repository." };

    public static readonly Rule Directive = new("directive-secret", "Secret in a line of a configuration") { Severity = Severity.High, Advice = Move };

    public static readonly Rule OtpSeed = new("otp-seed", "Seed of one-time passwords") { Severity = Severity.High, Advice = "Enrol the second factor again: whoever has the seed has every code." };

    public static readonly Rule SeedPhrase = new("seed-phrase", "Seed phrase of a wallet") { Severity = Severity.Critical, Advice = "Move the funds to a wallet with a new phrase." };

    public static readonly Rule MachineKey = new("aspnet-machine-key", "ASP.NET machine key") { Severity = Severity.Critical, Advice = "Generate new keys: with these anybody can forge view state and authentication cookies." };

    public static readonly Rule DefinedConstant = new("php-constant-secret", "Secret in a PHP constant") { Severity = Severity.High, Advice = "Change it, and read it from the environment or a file outside the repository." };

    public static Rule[] All => [CredentialFile, PasswordHash, RegistryLogin, KubernetesSecret, Entry, Table, Directive, OtpSeed, SeedPhrase, MachineKey, DefinedConstant];
}
