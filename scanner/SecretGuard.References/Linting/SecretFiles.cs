namespace SecretGuard.References.Linting;

/// <summary>Files that hold secrets, by their names.</summary>
internal static class SecretFiles
{
    private static readonly HashSet<string> Names = new(
        ["id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "secrets.json", "secrets.yaml", "secrets.yml", ".netrc", ".git-credentials", ".vault-token", ".htpasswd", "kubeconfig", ".env", ".envrc"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Paths = [".aws/credentials", ".kube/config", ".docker/config.json"];

    /// <summary>Folders in which programs keep their logins.</summary>
    private static readonly string[] Folders = [".aws", ".azure", ".gnupg", ".kube", ".ssh"];
    private static readonly string[] Ends = [".key", ".pfx", ".p12", ".jks", ".keystore", ".tfvars", ".tfvars.json", ".ppk", "privkey.pem", "-key.pem", "_key.pem", "/key.pem"];
    private static readonly string[] Templates = [".example", ".template", ".sample", ".dist", ".tpl", ".defaults", ".schema", ".enc", ".sops", ".gpg", ".age"];

    /// <summary>Whether a path is that of one; a template of such a file is none, nor is one that is encrypted.</summary>
    public static bool IsOne(string path)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];
        return Names.Contains(name)
            || (!Array.Exists(Templates, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                && (IsEnvironment(name) || Array.Exists(Paths, end => path.EndsWith(end, StringComparison.Ordinal)) || Array.Exists(Ends, end => ('/' + path).EndsWith(end, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>Whether a path is that of a folder in which a program keeps its logins.</summary>
    public static bool IsFolder(string path) => path.TrimEnd('/', '*') is var folder && Array.Exists(Folders, name => folder.TrimEnd('/') is var at && (at == name || at.EndsWith("/" + name, StringComparison.Ordinal)));

    /// <summary>Whether a name is that of a file of variables: <c>.env</c>, <c>.env.local</c>, not <c>.env.example</c>.</summary>
    public static bool IsEnvironment(string name) =>
        (name.Equals(".env", StringComparison.OrdinalIgnoreCase) || name.StartsWith(".env.", StringComparison.OrdinalIgnoreCase)) && !Array.Exists(Templates, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
