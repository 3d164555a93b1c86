using SecretGuard.Inventories;
using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>What stores answer to <c>curl</c> and its like, where a secret's value is in it.</summary>
internal static class RequestOutput
{
    private const string Described = "'kubectl describe secret' shows its keys and their lengths";

    /// <summary>What a command prints.</summary>
    public static SecretOutput? Of(CalledProgram program)
    {
        if (ServerRequest.Of(program) is not { } request)
        {
            return null;
        }

        foreach (ShellWord word in request.Addresses)
        {
            string address = word.Text.Split('#')[0];
            int question = address.IndexOf('?', StringComparison.Ordinal);
            string path = question < 0 ? address : address[..question], query = question < 0 ? "" : address[question..];
            SecretOutput? output = request.Method switch
            {
                "GET" => OfKeyVault(program, word, path, query) ?? OfCluster(program, word, path) ?? OfGoogle(program, word, path) ?? (IsVault(request, word) ? OfVault(program, word, path, query) : null),
                "PUT" when OfKeyVault(program, word, path, query) is { } set => set,
                "POST" or "PUT" => IsVault(request, word) ? OfVaultThatMakes(program, word, path) : null,
                _ => null,
            };
            if (output is not null)
            {
                return output;
            }
        }

        return null;
    }

    /// <summary>What the server of a cluster answers at a path of its API; null where it is not about secrets.</summary>
    public static SecretOutput? OfCluster(CalledProgram program, ShellWord word, string path)
    {
        const string Namespaces = "/api/v1/namespaces/";
        int at = path.IndexOf(Namespaces, StringComparison.Ordinal);
        string[] segments = at < 0 ? [] : path[(at + Namespaces.Length)..].TrimEnd('/').Split('/');
        return segments is [_, "secrets", ..] ? Output(program, word, at, path, Described) : path.EndsWith("/api/v1/secrets", StringComparison.Ordinal) ? Output(program, word, path.Length - 15, path, Described) : null;
    }

    /// <summary>An address of a Key Vault: by its host, or where that is a variable by the version that only its API has.</summary>
    private static SecretOutput? OfKeyVault(CalledProgram program, ShellWord word, string path, string query)
    {
        bool isUnknown = path.StartsWith('*') && query.Contains("api-version=7.", StringComparison.Ordinal);
        string url = isUnknown ? "https://any.vault.azure.net/" + path.TrimStart('*').TrimStart('/') : path;
        return ReferenceOf.KeyVaultUrl(url, "") is { Kind: ReferenceKinds.Secret, Version: not "versions" } secret
            ? Output(program, word, path.IndexOf($"secrets/{secret.Name}", StringComparison.Ordinal), path, "its '/versions' say whether it is there")
            : null;
    }

    private static SecretOutput? OfGoogle(CalledProgram program, ShellWord word, string path) => path.Contains("secretmanager.", StringComparison.Ordinal) && path.EndsWith(":access", StringComparison.Ordinal)
        ? Output(program, word, path.IndexOf("projects/", StringComparison.Ordinal), path, "without ':access' it says whether it is there")
        : null;

    private static SecretOutput? OfVault(CalledProgram program, ShellWord word, string path, string query)
    {
        int at = path.IndexOf("/v1/", StringComparison.Ordinal);
        return at >= 0 && VaultOutput.IsSecret(path[(at + 4)..].TrimEnd('/')) && !query.Contains("list=true", StringComparison.Ordinal)
            ? Output(program, word, at, path, path.Contains("/data/", StringComparison.Ordinal) ? "with 'metadata' in the place of 'data' it says whether it is there" : "take it into a variable")
            : null;
    }

    private static SecretOutput? OfVaultThatMakes(CalledProgram program, ShellWord word, string path) =>
        path.IndexOf("/v1/", StringComparison.Ordinal) is var at and >= 0 && VaultOutput.IsMade(path[(at + 4)..]) ? Output(program, word, at, path, "take it into a variable") : null;

    /// <summary>Whether it is Vault that is asked, and answers with more than a token to unwrap: many an API begins with <c>/v1/</c>.</summary>
    private static bool IsVault(ServerRequest request, ShellWord word) => !request.Headers.Any(header => header.Text.Contains("X-Vault-Wrap-", StringComparison.OrdinalIgnoreCase))
        && (word.Variables.Exists(Says) || (word.Text.IndexOf("/v1/", StringComparison.Ordinal) is var path and >= 0 && (Says(word.Text[..path]) || word.Text[..path].EndsWith(":8200", StringComparison.Ordinal)))
        || request.Headers.Any(header => header.Text.Contains("X-Vault-", StringComparison.OrdinalIgnoreCase)));

    private static bool Says(string name) => name.Contains("vault", StringComparison.OrdinalIgnoreCase) || name.Contains("bao_", StringComparison.OrdinalIgnoreCase);

    private static SecretOutput Output(CalledProgram program, ShellWord word, int start, string path, string instead) =>
        new(new ShellPiece(word, Math.Max(0, start)), $"{program.Name switch { "az" => "az rest", "kubectl" or "oc" => $"{program.Name} get --raw", _ => program.Name }} {path[Math.Max(0, start)..]}", instead);
}
