using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services that store logs and search them. Formats: the providers' references.</summary>
internal static class LoggingRules
{
    private static readonly Issuer Algolia = new("Algolia", "https://www.algolia.com/doc/guides/security/api-keys/") { Advice = "Delete the key at https://dashboard.algolia.com/account/api-keys." };
    private static readonly Issuer Axiom = new("Axiom", "https://axiom.co/docs/reference/tokens") { Advice = "Delete the token at https://app.axiom.co/settings/api-tokens." };
    private static readonly Issuer Coralogix = new("Coralogix", "https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/") { Advice = "Revoke the key under Settings, API keys." };
    private static readonly Issuer Elastic = new("Elastic", "https://www.elastic.co/docs/deploy-manage/api-keys/elasticsearch-api-keys") { Advice = "Invalidate the key under Stack Management, API keys, or with DELETE /_security/api_key." };
    private static readonly Issuer Loggly = new("Loggly", "https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm") { Advice = "Delete the token under Source setup, Customer tokens." };
    private static readonly Issuer LogzIo = new("Logz.io", "https://docs.logz.io/docs/user-guide/admin/authentication-tokens/log-shipping-tokens/") { Advice = "Delete the token under Settings, Manage tokens." };
    private static readonly Issuer Meilisearch = new("Meilisearch", "https://www.meilisearch.com/docs/learn/security/basic_security") { Advice = "Delete the key with DELETE /keys, or change the master key, which ends all of them." };
    private static readonly Issuer Mezmo = new("Mezmo") { Advice = "Delete the key under Settings, Organization, API keys." };
    private static readonly Issuer Papertrail = new("Papertrail") { Advice = "Reset the token under Settings, Profile." };
    private static readonly Issuer Splunk = new("Splunk", "https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector") { Advice = "Delete the token under Settings, Data inputs, HTTP Event Collector, or the user's tokens." };
    private static readonly Issuer SumoLogic = new("Sumo Logic", "https://help.sumologic.com/docs/manage/security/access-keys/") { Advice = "Delete the access key under Preferences." };

    public static Rule[] All =>
    [
        Algolia.Near("algolia-api-key", "Algolia API key", Severity.High, ["algolia"], Formats.Hex32),
        Axiom.Token("axiom-api-token", "Axiom API token", Severity.High, "xaat-" + Formats.Uuid),
        Axiom.Token("axiom-personal-token", "Axiom personal access token", Severity.High, "xapt-" + Formats.Uuid),
        Coralogix.Token("coralogix-api-key", "Coralogix API key", Severity.High, "(cxup|cxtp)_[0-9A-Za-z]{30}"),
        Elastic.Near("elastic-api-key", "Elasticsearch API key", Severity.High, ["elastic", "kibana"], "[0-9A-Za-z+/]{58}=="),
        Elastic.Token("elastic-cloud-api-key", "Elastic Cloud API key", Severity.High, "essu_[0-9A-Za-z+/]{60,160}[=]{0,2}"),
        Loggly.Near("loggly-token", "Loggly token", Severity.Medium, ["loggly"], Formats.Uuid),
        LogzIo.Near("logz-io-token", "Logz.io token", Severity.Medium, ["logz.io", "logzio"], "[0-9A-Za-z]{32}"),
        Meilisearch.Near("meilisearch-api-key", "Meilisearch API key", Severity.High, ["meilisearch", "meili_"], Formats.Hex64),
        Mezmo.Near("mezmo-ingestion-key", "Mezmo (LogDNA) ingestion key", Severity.Medium, ["logdna", "mezmo"], Formats.Hex32),
        Papertrail.Near("papertrail-token", "Papertrail API token", Severity.Medium, ["papertrail"], "[0-9A-Za-z]{20}"),
        Splunk.Near("splunk-hec-token", "Splunk HTTP Event Collector token", Severity.Medium, ["splunk", "hec_token"], Formats.Uuid),
        SumoLogic.Near("sumo-logic-access-key", "Sumo Logic access key", Severity.High, ["sumologic", "sumo_", "sumo-logic"], "[0-9A-Za-z]{64}"),
    ];
}
