namespace SecretGuard.Stores.Vault;

/// <summary>What stands for something that an engine never gives out by itself: the role behind a credential, or a key of the transit engine.</summary>
/// <param name="Path">Where its settings are in the engine: <c>roles/shop</c>, <c>keys/shop</c>.</param>
internal sealed record VaultObject(string Path)
{
    private const string Transit = "transit", Keys = "keys";

    /// <summary>What is done with a key, and how many segments stand between that word and its name.</summary>
    private static readonly Dictionary<string, int> Uses = new(StringComparer.Ordinal)
    {
        [Keys] = 1, ["encrypt"] = 1, ["decrypt"] = 1, ["rewrap"] = 1, ["sign"] = 1, ["verify"] = 1, ["hmac"] = 1, ["datakey"] = 2, ["export"] = 2,
    };

    /// <summary>How credentials are given out by it; null for a key.</summary>
    public CredentialPath? Way { get; private init; }

    /// <summary>What a policy must allow to use it as the question names it.</summary>
    public (string Path, string Capability) Use { get; private init; }

    /// <summary>The folder of it and of its like, and its name there.</summary>
    public (string Folder, string Name) Place => Way is null ? VaultPath.Split(Path) : (Way.Roles + "/", Path[(Way.Roles.Length + 1)..]);

    /// <summary>Whether anything is known of engines of this type.</summary>
    public static bool IsOf(string engine) => engine == Transit || CredentialPath.Knows(engine);

    /// <summary>What to ask for in an engine of this type, for people.</summary>
    public static string ExampleOf(string engine) => engine == Transit ? "keys/NAME" : CredentialPath.ExampleOf(engine);

    /// <summary>The engine that a name speaks of whose mount is not known; null where it may be any.</summary>
    /// <param name="name">With its mount.</param>
    public static VaultMount? MountOf(string name) =>
        (VaultPath.Within(Transit, name) is { } inner && inner.StartsWith(Keys + "/", StringComparison.Ordinal) ? Transit : CredentialPath.EngineOf(name)) is { } engine ? new VaultMount(engine, 1) { Type = engine } : null;

    /// <summary>What a question is about; null where nothing of the kind.</summary>
    /// <param name="query">The question.</param>
    /// <param name="engine">The type of the engine.</param>
    /// <param name="inner">The path in it.</param>
    public static VaultObject? Of(SecretQuery query, string engine, string inner)
    {
        if (engine != Transit)
        {
            return CredentialPath.Of(engine, inner) is var (way, role) ? new VaultObject($"{way.Roles}/{role}") { Way = way, Use = (inner, way.Capability) } : null;
        }

        string[] path = inner.Split('/');
        string? name = path.Length == 1 ? query.Kind == SecretKind.Key ? inner : null : Uses.TryGetValue(path[0], out int at) && path.Length > at ? path[at] : null;
        return name is null ? null : new VaultObject($"{Keys}/{name}") { Use = path[0] is Keys || path.Length == 1 ? ($"{Keys}/{name}", "read") : (inner, path[0] == "export" ? "read" : "update") };
    }
}
