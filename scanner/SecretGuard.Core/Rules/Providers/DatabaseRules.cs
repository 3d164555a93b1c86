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

    public static Rule[] All =>
    [
        Supabase.Advising("Delete it at https://supabase.com/dashboard/account/tokens.")
            .Token("supabase-personal-access-token", "Supabase personal access token", Severity.Critical, "sbp_[0-9a-f]{40}"),
        Supabase.Advising("Delete it under 'API keys' in the project's settings.")
            .Token("supabase-secret-key", "Supabase secret key", Severity.Critical, "sb_secret_[0-9A-Za-z_-]{22}_[0-9A-Za-z_-]{8}"),
        PlanetScale.Advising("Delete the service token in the organisation's settings.")
            .Token("planetscale-service-token", "PlanetScale service token", Severity.High, "pscale_tkn_[0-9A-Za-z_.=-]{32,64}"),
        PlanetScale.Advising("Revoke the application's access in the account's settings.")
            .Token("planetscale-oauth-token", "PlanetScale OAuth token", Severity.High, "pscale_oauth_[0-9A-Za-z_.=-]{32,64}"),
        PlanetScale.Advising("Delete the password in the database's settings.")
            .Token("planetscale-password", "PlanetScale database password", Severity.High, "pscale_pw_[0-9A-Za-z_.=-]{32,64}"),
        Neon.Advising("Revoke it in the account or organisation settings of the console.")
            .Token("neon-api-key", "Neon API key", Severity.Critical, "napi_[0-9a-z]{64}"),
        Neon.Advising("Reset the role's password in the console.")
            .Token("neon-database-password", "Neon database password", Severity.High, "npg_[0-9A-Za-z]{12}"),
        Databricks.Advising("Revoke it under 'Developer > Access tokens' in the user settings.")
            .Token("databricks-personal-access-token", "Databricks personal access token", Severity.Critical, "dapi[0-9a-f]{32}(-[0-9])?"),
        Databricks.Advising("Delete the secret of the service principal in the account console.")
            .Token("databricks-oauth-secret", "Databricks service principal secret", Severity.Critical, "dose[0-9a-f]{32}"),
        MongoDb.Advising("Revoke the secret of the service account in the organisation's access manager.")
            .Token("mongodb-atlas-service-account-secret", "MongoDB Atlas service account secret", Severity.Critical, "mdb_sa_sk_[0-9A-Za-z_-]{40}"),
        MongoDb.Advising("Delete the API key in the organisation's access manager.")
            .Near("mongodb-atlas-private-key", "MongoDB Atlas private API key", Severity.Critical, ["atlas"], Shape.Uuid),
        Confluent.Advising("Delete the API key in the Confluent Cloud console.")
            .Token("confluent-cloud-api-secret", "Confluent Cloud API secret", Severity.High, "cflt[0-9A-Za-z+/]{60}"),
        Confluent.Advising("Delete the API key in the Confluent Cloud console.")
            .Near("confluent-cloud-api-secret-legacy", "Confluent Cloud API secret (without prefix)", Severity.High,
                ["confluent", "sasl", "ccloud", "kafka"], "[0-9A-Za-z+/]{64}"),
        Aiven.Advising("Reset the credentials of the service user in the console.")
            .Token("aiven-service-password", "Aiven service user password", Severity.High, "AVNS_[0-9A-Za-z_-]{15,24}"),
        Aiven.Advising("Revoke it under 'Tokens' in the user's profile.")
            .Near("aiven-api-token", "Aiven API token", Severity.Critical, ["aiven"], "[0-9A-Za-z+/=]{372}"),
        new Issuer("Cockroach Labs", "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access") { Advice = "Delete the key of the service account in the Cloud console." }
            .Token("cockroachdb-cloud-api-key", "CockroachDB Cloud API key", Severity.Critical, "CCDB1_[0-9A-Za-z]{22}_[0-9A-Za-z]{40}"),
        new Issuer("ClickHouse", "https://clickhouse.com/docs/cloud/manage/openapi") { Advice = "Delete the key in the Cloud console." }
            .Token("clickhouse-cloud-api-secret", "ClickHouse Cloud API key secret", Severity.High, "4b1d[0-9A-Za-z]{38}"),
        new Issuer("Upstash", "https://upstash.com/docs/devops/developer-api/authentication") { Advice = "Reset the credentials of the database, or delete the management key, in the console." }
            .Near("upstash-token", "Upstash API key or REST token", Severity.High,
                ["upstash"], Shape.Uuid, "[0-9A-Za-z_-]{58}[=]{0,2}", "[0-9A-Za-z+/]{48,120}[=]{0,2}"),
    ];
}
