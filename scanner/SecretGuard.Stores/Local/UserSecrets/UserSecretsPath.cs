namespace SecretGuard.Stores.Local.UserSecrets;

/// <summary>Where .NET keeps user secrets.</summary>
internal static class UserSecretsPath
{
    private const string FileName = "secrets.json";

    /// <summary>The file of an id; null where the id is none or no home is known.</summary>
    /// <param name="id">The project's <c>UserSecretsId</c>.</param>
    /// <param name="variable">Reads the environment.</param>
    public static string? Of(string id, Func<string, string?> variable)
    {
        if (id.Length == 0 || id.AsSpan().Trim('.').Length == 0 || id.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
        {
            return null;
        }

        if (variable("APPDATA") is { Length: > 0 } roaming)
        {
            return Path.Combine(roaming, "Microsoft", "UserSecrets", id, FileName);
        }

        string? home = First(variable("HOME"), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), variable("DOTNET_USER_SECRETS_FALLBACK_DIR"));
        return home is null ? null : Path.Combine(home, ".microsoft", "usersecrets", id, FileName);
    }

    private static string? First(params string?[] folders) => folders.FirstOrDefault(folder => folder is { Length: > 0 });
}
