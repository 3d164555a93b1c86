using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of databases, warehouses and streams as a service.</summary>
internal static class DatabaseRules
{
    private static readonly Issuer Supabase = new("Supabase", "https://supabase.com/docs/guides/api/api-keys");
    private static readonly Issuer PlanetScale = new("PlanetScale", "https://planetscale.com/docs/api/reference/service-tokens");
    private static readonly Issuer Neon = new("Neon", "https://neon.com/docs/manage/api-keys");
    private static readonly Issuer Databricks = new("Databricks", "https://docs.databricks.com/dev-tools/auth/pat.html");
    private static readonly Issuer MongoDb = new("MongoDB", "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/");
    private static readonly Issuer Confluent = new("Confluent", "https://docs.confluent.io/cloud/current/access-management/authenticate/api-keys/index.html");
    private static readonly Issuer Aiven = new("Aiven", "https://aiven.io/docs/platform/howto/create_authentication_token");

    public static IEnumerable<Rule> All =>
    [
        Supabase.Token(Severity.Critical, "supabase-personal-access-token", "Supabase personal access token",
            "Delete it at https://supabase.com/dashboard/account/tokens.", "sbp_[0-9a-f]{40}"),
        Supabase.Token(Severity.Critical, "supabase-secret-key", "Supabase secret key",
            "Delete it under 'API keys' in the project's settings.", "sb_secret_[0-9A-Za-z_-]{22}_[0-9A-Za-z_-]{8}"),
        PlanetScale.Token(Severity.High, "planetscale-service-token", "PlanetScale service token",
            "Delete the service token in the organisation's settings.", "pscale_tkn_[0-9A-Za-z_.=-]{32,64}"),
        PlanetScale.Token(Severity.High, "planetscale-oauth-token", "PlanetScale OAuth token",
            "Revoke the application's access in the account's settings.", "pscale_oauth_[0-9A-Za-z_.=-]{32,64}"),
        PlanetScale.Token(Severity.High, "planetscale-password", "PlanetScale database password",
            "Delete the password in the database's settings.", "pscale_pw_[0-9A-Za-z_.=-]{32,64}"),
        Neon.Token(Severity.Critical, "neon-api-key", "Neon API key",
            "Revoke it in the account or organisation settings of the console.", "napi_[0-9a-z]{64}"),
        Neon.Token(Severity.High, "neon-database-password", "Neon database password",
            "Reset the role's password in the console.", "npg_[0-9A-Za-z]{12}"),
        Databricks.Token(Severity.Critical, "databricks-personal-access-token", "Databricks personal access token",
            "Revoke it under 'Developer > Access tokens' in the user settings.", "dapi[0-9a-f]{32}(-[0-9])?"),
        Databricks.Token(Severity.Critical, "databricks-oauth-secret", "Databricks service principal secret",
            "Delete the secret of the service principal in the account console.", "dose[0-9a-f]{32}"),
        MongoDb.Token(Severity.Critical, "mongodb-atlas-service-account-secret", "MongoDB Atlas service account secret",
            "Revoke the secret of the service account in the organisation's access manager.", "mdb_sa_sk_[0-9A-Za-z_-]{40}"),
        MongoDb.Near(Severity.Critical, "mongodb-atlas-private-key", "MongoDB Atlas private API key",
            "Delete the API key in the organisation's access manager.", ["atlas"], Shape.Uuid),
        Confluent.Token(Severity.High, "confluent-cloud-api-secret", "Confluent Cloud API secret",
            "Delete the API key in the Confluent Cloud console.", "cflt[0-9A-Za-z+/]{60}"),
        Confluent.Near(Severity.High, "confluent-cloud-api-secret-legacy", "Confluent Cloud API secret (without prefix)",
            "Delete the API key in the Confluent Cloud console.", ["confluent", "sasl", "ccloud", "kafka"], "[0-9A-Za-z+/]{64}"),
        Aiven.Token(Severity.High, "aiven-service-password", "Aiven service user password",
            "Reset the credentials of the service user in the console.", "AVNS_[0-9A-Za-z_-]{15,24}"),
        Aiven.Near(Severity.Critical, "aiven-api-token", "Aiven API token",
            "Revoke it under 'Tokens' in the user's profile.", ["aiven"], "[0-9A-Za-z+/=]{372}"),
        new Issuer("Cockroach Labs", "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access")
            .Token(Severity.Critical, "cockroachdb-cloud-api-key", "CockroachDB Cloud API key",
            "Delete the key of the service account in the Cloud console.", "CCDB1_[0-9A-Za-z]{22}_[0-9A-Za-z]{40}"),
        new Issuer("ClickHouse", "https://clickhouse.com/docs/cloud/manage/openapi")
            .Token(Severity.High, "clickhouse-cloud-api-secret", "ClickHouse Cloud API key secret",
            "Delete the key in the Cloud console.", "4b1d[0-9A-Za-z]{38}"),
        new Issuer("Upstash", "https://upstash.com/docs/devops/developer-api/authentication")
            .Near(Severity.High, "upstash-token", "Upstash API key or REST token",
            "Reset the credentials of the database, or delete the management key, in the console.",
            ["upstash"], Shape.Uuid, "[0-9A-Za-z_-]{58}[=]{0,2}", "[0-9A-Za-z+/]{48,120}[=]{0,2}"),
    ];
}
