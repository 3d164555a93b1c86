namespace SecretGuard.Stores.Vault;

/// <summary>A way in which an engine gives out credentials that it makes: whoever reads it is issued one, so that what is looked at is the role, which says how long one is good for.</summary>
/// <param name="Engine">The engine's type.</param>
/// <param name="Word">What its path begins with: <c>creds</c>.</param>
/// <param name="Roles">Where the engine keeps its roles.</param>
internal sealed record CredentialPath(string Engine, string Word, string Roles)
{
    private static readonly string[] UserAndPassword = ["password", "username"];
    private static readonly string[] ConfiguredByType = ["ldap", "openldap"];

    /// <summary>Every one that is known, by the engines' own documentation.</summary>
    private static readonly CredentialPath[] All =
    [
        new("database", "creds", "roles") { Usual = "default_ttl", Fields = UserAndPassword },
        new("database", "static-creds", "static-roles") { Period = "rotation_period", Fields = UserAndPassword },
        new("aws", "creds", "roles") { Usual = "lease", Longest = "lease_max", Leases = "config/lease", Fields = ["access_key", "secret_key"] },
        new("aws", "sts", "roles") { Usual = "default_sts_ttl", Longest = "max_sts_ttl", IsRenewed = false, Fallback = TimeSpan.FromHours(1), Fields = ["access_key", "secret_key"] },
        new("aws", "static-creds", "static-roles") { Period = "rotation_period", Fields = ["access_key", "secret_key"] },
        new("azure", "creds", "roles") { Fields = ["client_id", "client_secret"] },
        new("gcp", "roleset", "roleset") { End = "/key", Leases = "config" },
        new("gcp", "static-account", "static-account") { End = "/key", Leases = "config" },
        new("gcp", "roleset", "roleset") { End = "/token", IsRenewed = false, Fallback = TimeSpan.FromHours(1) },
        new("gcp", "static-account", "static-account") { End = "/token", IsRenewed = false, Fallback = TimeSpan.FromHours(1) },
        new("gcp", "impersonated-account", "impersonated-account") { End = "/token", IsRenewed = false, Fallback = TimeSpan.FromHours(1) },
        new("consul", "creds", "roles") { Fields = ["token"] },
        new("nomad", "creds", "role") { Leases = "config/lease" },
        new("rabbitmq", "creds", "roles") { Leases = "config/lease", Fields = UserAndPassword },
        new("mongodbatlas", "creds", "roles"),
        new("terraform", "creds", "role"),
        new("alicloud", "creds", "role"),
        new("kubernetes", "creds", "roles") { Usual = "token_default_ttl", Longest = "token_max_ttl", IsRenewed = false, Capability = Update, Fields = ["service_account_token"] },
        .. ConfiguredByType.SelectMany(type => new CredentialPath[]
        {
            new(type, "creds", "role") { Usual = "default_ttl", Fields = UserAndPassword },
            new(type, "static-cred", "static-role") { Period = "rotation_period", Fields = UserAndPassword },
        }),
        new("ad", "creds", "roles") { Period = "ttl", IsOnDemand = true },
        new("pki", "issue", "roles") { IsRenewed = false, Capability = Update, Fields = ["certificate", "private_key"] },
        new("pki", "sign", "roles") { IsRenewed = false, Capability = Update, Fields = ["certificate"] },
        new("pki", "sign-verbatim", "roles") { IsRenewed = false, Capability = Update, Fields = ["certificate"] },
        new("ssh", "sign", "roles") { IsRenewed = false, Capability = Update, Fields = ["signed_key"] },
        new("ssh", "issue", "roles") { IsRenewed = false, Capability = Update, Fields = ["signed_key"] },
        new("ssh", "creds", "roles") { Capability = Update, IsOnce = true },
        new("identity", "oidc/token", "oidc/role") { IsRenewed = false, Fields = ["token"] },
    ];

    private const string Update = "update";

    /// <summary>The engine that a path is likely of, for a mount is mostly called like its engine; null where it is of none that gives out credentials.</summary>
    /// <param name="name">The path, with its mount.</param>
    public static string? EngineOf(string name) => All.Select(way => way.Engine).FirstOrDefault(engine => VaultPath.Within(engine, name) is { } inner && Of(engine, inner) is not null);

    /// <summary>Whether a path may be one of an engine that is mounted at its beginning.</summary>
    public static bool MayBe(string path) => Array.Exists(All, way => path.IndexOf($"/{way.Word}/", StringComparison.Ordinal) > 0);

    /// <summary>Whether an engine of this type has any.</summary>
    public static bool Knows(string engine) => Array.Exists(All, way => way.Engine == engine);

    /// <summary>An example of what may be asked of an engine.</summary>
    public static string ExampleOf(string engine) => Array.Find(All, way => way.Engine == engine) is { } way ? $"{way.Word}/ROLE{way.End}" : "";

    /// <summary>The way, and the role, that a path within an engine names; null where it names none.</summary>
    public static (CredentialPath Way, string Role)? Of(string engine, string inner)
    {
        foreach (CredentialPath way in All.Where(way => way.Engine == engine && inner.EndsWith(way.End, StringComparison.Ordinal)))
        {
            if (VaultPath.Within(way.Word, inner) is { } rest && rest.Length > way.End.Length)
            {
                return (way, rest[..^way.End.Length]);
            }
        }

        return null;
    }

    /// <summary>The way of temporary credentials of AWS, which roles of several types have.</summary>
    public static CredentialPath OfAwsTokens { get; } = Array.Find(All, way => way is { Engine: "aws", Word: "sts" })!;

    /// <summary>What its path ends with.</summary>
    public string End { get; private init; } = "";

    /// <summary>Where the role says how long one is good for that nobody asked more for.</summary>
    public string Usual { get; private init; } = "ttl";

    /// <summary>Where it says how long one is good for at most.</summary>
    public string Longest { get; private init; } = "max_ttl";

    /// <summary>Whether one can be renewed until the longest time is over.</summary>
    public bool IsRenewed { get; private init; } = true;

    /// <summary>The path in the engine that says both for all roles; null where each role does.</summary>
    public string? Leases { get; private init; }

    /// <summary>How long one is good for where nobody says it; null where the mount does.</summary>
    public TimeSpan? Fallback { get; private init; }

    /// <summary>Where a role says after which time the engine changes the password of the account that it keeps; null where each who asks is given an account.</summary>
    public string? Period { get; private init; }

    /// <summary>Whether it does so only when somebody asks.</summary>
    public bool IsOnDemand { get; private init; }

    /// <summary>Whether one is good for one use.</summary>
    public bool IsOnce { get; private init; }

    /// <summary>What a policy must allow for one to be issued.</summary>
    public string Capability { get; private init; } = "read";

    /// <summary>Fields that one is sure to have; there may be others.</summary>
    public IReadOnlyList<string> Fields { get; private init; } = [];
}
