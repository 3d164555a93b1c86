using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of monitoring, uptime and incident services. Browser and client keys are public and no rules. Formats: the providers' references.</summary>
internal static class MonitoringRules
{
    private static readonly Issuer AppSignal = new("AppSignal", "https://docs.appsignal.com/appsignal/terminology.html") { Advice = "Reset the Push API key in the organization's settings." };
    private static readonly Issuer BetterStack = new("Better Stack", "https://betterstack.com/docs/uptime/api/getting-started-with-uptime-api/") { Advice = "Remove the token at https://betterstack.com/settings/global-api-tokens." };
    private static readonly Issuer Bugsnag = new("Insight Hub") { Advice = "Regenerate the token under My Account, Personal auth tokens." };
    private static readonly Issuer Checkly = new("Checkly", "https://www.checklyhq.com/docs/accounts-and-users/creating-api-key/") { Advice = "Delete the key at https://app.checklyhq.com/settings/user/api-keys." };
    private static readonly Issuer Datadog = new("Datadog", "https://docs.datadoghq.com/account_management/api-app-keys/") { Advice = "Revoke the key at https://app.datadoghq.com/organization-settings." };
    private static readonly Issuer Dynatrace = new("Dynatrace", "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens") { Advice = "Revoke the token under Access tokens." };
    private static readonly Issuer Honeycomb = new("Honeycomb", "https://docs.honeycomb.io/configure/environments/manage-api-keys/") { Advice = "Disable the key under Environment settings, API keys." };
    private static readonly Issuer Instana = new("IBM Instana") { Advice = "Delete the token under Settings, API tokens." };
    private static readonly Issuer Lightstep = new("ServiceNow") { Advice = "Revoke the key in the project's settings." };
    private static readonly Issuer NewRelic = new("New Relic", "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/") { Advice = "Delete the key at https://one.newrelic.com/api-keys." };
    private static readonly Issuer Opsgenie = new("Opsgenie", "https://support.atlassian.com/opsgenie/docs/api-key-management/") { Advice = "Delete the integration's key under Settings." };
    private static readonly Issuer PagerDuty = new("PagerDuty", "https://support.pagerduty.com/main/docs/api-access-keys") { Advice = "Delete the key under Integrations, API access keys." };
    private static readonly Issuer Raygun = new("Raygun") { Advice = "Regenerate the token under the user's or application's settings." };
    private static readonly Issuer Rollbar = new("Rollbar", "https://docs.rollbar.com/docs/access-tokens") { Advice = "Disable the token under the project's or account's access tokens." };
    private static readonly Issuer Rootly = new("Rootly") { Advice = "Delete the key under Organization settings, API keys." };
    private static readonly Issuer Statuspage = new("Atlassian Statuspage") { Advice = "Delete the key under API info of your user." };
    private static readonly Issuer UptimeRobot = new("UptimeRobot", "https://uptimerobot.com/api/") { Advice = "Regenerate the key at https://dashboard.uptimerobot.com/integrations." };
    private static readonly Issuer Healthchecks = new("Healthchecks.io", "https://healthchecks.io/docs/api/") { Advice = "Regenerate the key in the project's settings." };

    public static Rule[] All =>
    [
        AppSignal.Near("appsignal-push-key", "AppSignal Push API key", Severity.Medium, ["appsignal"], Formats.Uuid),
        BetterStack.Near("better-stack-token", "Better Stack token", Severity.High,
            ["betterstack", "better_stack", "betteruptime", "better_uptime", "logtail"], "[0-9A-Za-z]{24}"),
        Bugsnag.Near("bugsnag-api-key", "Bugsnag API key", Severity.Medium, ["bugsnag"], Formats.Hex32),
        Bugsnag.Near("bugsnag-auth-token", "Bugsnag personal auth token", Severity.High, ["bugsnag"], Formats.Uuid),
        Checkly.Token("checkly-api-key", "Checkly API key", Severity.High, "cu_" + Formats.Hex32),
        Datadog.Near("datadog-api-key", "Datadog API key", Severity.High, ["datadog", "dd_api", "dd-api", "ddapi"], Formats.Hex32),
        Datadog.Near("datadog-application-key", "Datadog application key", Severity.Critical, ["datadog", "dd_app", "dd-app", "ddapp"], Formats.Hex40),
        Dynatrace.Token("dynatrace-token", "Dynatrace access token", Severity.High, "dt0[a-z][0-9]{2}\\.[0-9A-Z]{24}\\.[0-9A-Z]{64}"),
        Dynatrace.Token("dynatrace-oauth-client-secret", "Dynatrace OAuth client secret", Severity.High, "dt0s02\\.[0-9A-Z]{8}\\.[0-9A-Z]{64}"),
        Healthchecks.Near("healthchecks-api-key", "Healthchecks.io API key", Severity.Medium, ["healthchecks"], "(hcw_|hcr_)?[0-9A-Za-z_-]{28,32}"),
        Honeycomb.Token("honeycomb-ingest-key", "Honeycomb ingest key", Severity.Medium,
            "hc[a-z]ik_[0-9a-z]{58}", "(hcaic|hcbic|hccic|hcdic|hcxic)_[0-9a-z]{58}"),
        Honeycomb.Near("honeycomb-configuration-key", "Honeycomb configuration key", Severity.High, ["honeycomb"], "[0-9A-Za-z]{22}"),
        Honeycomb.Near("honeycomb-classic-key", "Honeycomb Classic key", Severity.High, ["honeycomb"], Formats.Hex32),
        Instana.Near("instana-api-token", "Instana API token", Severity.High, ["instana"], "[0-9A-Za-z_-]{22}"),
        Lightstep.Near("lightstep-access-token", "Lightstep access token", Severity.Medium, ["lightstep"], "[0-9A-Za-z+/]{60,120}[=]{0,2}"),
        NewRelic.Token("new-relic-user-key", "New Relic user key", Severity.High, "NRAK-[0-9A-Z]{27}"),
        NewRelic.Token("new-relic-admin-key", "New Relic admin API key (legacy)", Severity.High, "NRAA-[0-9a-f]{27}"),
        NewRelic.Token("new-relic-insert-key", "New Relic Insights insert key", Severity.Medium, "NRII-[0-9A-Za-z_-]{32}"),
        NewRelic.Token("new-relic-query-key", "New Relic Insights query key", Severity.High, "NRIQ-[0-9A-Za-z_-]{32}"),
        NewRelic.Token("new-relic-rest-key", "New Relic REST API key (legacy)", Severity.High, "NRRA-[0-9a-f]{42}"),
        NewRelic.Token("new-relic-license-key", "New Relic license key", Severity.Medium, "[0-9a-f]{36}NRAL", "(eu01|us01|gov01)xx[0-9a-f]{30}NRAL"),
        Opsgenie.Near("opsgenie-api-key", "Opsgenie API key", Severity.High, ["opsgenie", "genie_key", "geniekey"], Formats.Uuid),
        PagerDuty.Near("pagerduty-api-key", "PagerDuty API key", Severity.High, ["pagerduty", "pager_duty", "pd_api"], "[0-9A-Za-z_+-]{20}"),
        PagerDuty.Near("pagerduty-integration-key", "PagerDuty integration key", Severity.Medium, ["pagerduty", "pager_duty"], "[0-9a-z]{32}"),
        Raygun.Near("raygun-api-key", "Raygun API key", Severity.Medium, ["raygun"], "[0-9A-Za-z]{22}"),
        Rollbar.Near("rollbar-access-token", "Rollbar access token", Severity.Medium, ["rollbar"], Formats.Hex32),
        Rootly.Token("rootly-api-key", "Rootly API key", Severity.High, "rootly_" + Formats.Hex64),
        Statuspage.Near("statuspage-api-key", "Statuspage API key", Severity.Medium, ["statuspage", "status_page"], Formats.Uuid),
        UptimeRobot.Near("uptimerobot-api-key", "UptimeRobot API key", Severity.Medium,
            ["uptimerobot", "uptime_robot"], "[mu][0-9]{6,9}-[0-9a-f]{24}"),
    ];
}
