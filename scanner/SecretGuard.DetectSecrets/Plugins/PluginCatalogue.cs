using SecretGuard.DetectSecrets.Baselines;

namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>The plugins of version 1.5.0, in the order of their class names.</summary>
internal static class PluginCatalogue
{
    /// <summary>Bits of entropy above which a string of Base64's characters counts.</summary>
    public const double Base64Limit = 4.5;

    /// <summary>The same for hexadecimal digits.</summary>
    public const double HexLimit = 3.0;

    private const string KeyWords = "(?:key|pwd|password|pass|token)";
    private const string KeyAndPwWords = "(?:key|pwd|pw|password|pass|token)";
    private const string UrlSafe = "[A-Za-z0-9_-]";
    private const string IbmNames = "ibm[_-]?cloud[_-]?iam|cloud[_-]?iam|ibm[_-]?cloud|ibm[_-]?iam|ibm|iam|cloud";

    private static readonly string ArtifactoryHints = string.Join('|', "0123456789ABCDEF".Select(digit => $"AP{digit}"));

    // A class's name, the type of its entries, and how it is made from its entry in a baseline.
    private static readonly (string Name, string Type, Func<Setting, Plugin> Make)[] Entries =
    [
        Pattern(
            "ArtifactoryDetector",
            "Artifactory Credentials",
            new TokenFormat("AKC", @"(?:\s|[=:""]|^)AKC[a-zA-Z0-9]{10,}(?:[\s""]|$)"),
            new TokenFormat(ArtifactoryHints, @"(?:\s|[=:""]|^)AP[0-9A-F][a-zA-Z0-9]{8,}(?:[\s""]|$)")),
        Pattern(
            "AWSKeyDetector",
            "AWS Access Key",
            new TokenFormat("A3T|ABIA|ACCA|AKIA|ASIA", "(?:A3T[A-Z0-9]|A(?:BI|CC|KI|SI)A)[0-9A-Z]{16}"),
            new TokenFormat("aws", @"aws.{0,20}?(?:key|pwd|pw|password|pass|token).{0,20}?['""](?<hash>(?<value>[0-9a-zA-Z/+]{40}))['""]", ignoreCase: true)),
        Pattern("AzureStorageKeyDetector", "Azure Storage Account access key", new TokenFormat("AccountKey=", "AccountKey=[a-zA-Z0-9+/=]{88}")),
        ("Base64HighEntropyString", "Base64 High Entropy String", setting => EntropyPlugin.Base64(setting.Number("limit") ?? Base64Limit)),
        ("BasicAuthDetector", "Basic Auth Credentials", _ => new BasicAuthPlugin()),
        Pattern(
            "CloudantDetector",
            "Cloudant Credentials",
            AssignedToken.Of("cl", "(?:cloudant|clou|cl)[_-]?(?:api)?", KeyAndPwWords, "0-9a-f", 64),
            AssignedToken.Of("cl", "(?:cloudant|clou|cl)[_-]?(?:api)?", KeyAndPwWords, "a-z", 24),
            new TokenFormat("cloudant.com", @"https?://[\w-]+:(?<hash>(?<value>[0-9a-f]{64}|[a-z]{24}))@[\w-]+\.cloudant\.com", ignoreCase: true)),
        ("DiscordBotTokenDetector", "Discord Bot Token", _ => new DiscordPlugin()),
        Pattern("GitHubTokenDetector", "GitHub Token", new TokenFormat("gho_|ghp_|ghs_|ghu_|ghr_", "(?<value>(?<hash>gh[opsur])_[A-Za-z0-9_]{36})")),
        Pattern(
            "GitLabTokenDetector",
            "GitLab Token",
            GitLab("glpat-|gldt-|glft-|glsoat-|glrt-", "(?<hash>glpat|gldt|glft|glsoat|glrt)-", "{20,50}"),
            GitLab("GR1348941", "GR1348941", "{20,50}"),
            GitLab("glcbt-", "glcbt-(?<hash>[0-9a-fA-F]{2}_)?", "{20,50}"),
            GitLab("glimt-", "glimt-", "{25}"),
            GitLab("glptt-", "glptt-", "{40}"),
            GitLab("glagent-", "glagent-", "{50,}"),
            GitLab("gloas-", "gloas-", "{64}")),
        ("HexHighEntropyString", "Hex High Entropy String", setting => EntropyPlugin.Hex(setting.Number("limit") ?? HexLimit)),
        Pattern("IbmCloudIamDetector", "IBM Cloud IAM Key", AssignedToken.Of("key|pwd|pass|token", $"(?:{IbmNames})?[_-]?(?:api)?", KeyWords, "A-Za-z0-9_-", 44, isWhole: true)),
        Pattern("IbmCosHmacDetector", "IBM COS HMAC Credentials", AssignedToken.Of("secret", "(?:(?:ibm)?[_-]?cos[_-]?(?:hmac)?)?", "secret[_-]?(?:access)?[_-]?key", "a-f0-9", 48, isWhole: true)),
        ("IPPublicDetector", "Public IP (ipv4)", _ => new PublicIpPlugin()),
        ("JwtTokenDetector", "JSON Web Token", _ => new JwtPlugin()),
        ("KeywordDetector", "Secret Keyword", setting => new KeywordPlugin(setting.Text("keyword_exclude"))),
        Pattern("MailchimpDetector", "Mailchimp Access Key", new TokenFormat("-us", "[0-9a-z]{32}-us[0-9]{1,2}")),
        Pattern("NpmDetector", "NPM tokens", new TokenFormat(":_authToken=", @"//.+/:_authToken=\s*(?<hash>(?<value>npm_.+|[A-Fa-f0-9-]{36}))")),
        Pattern("OpenAIDetector", "OpenAI Token", new TokenFormat("T3BlbkFJ", "sk-[A-Za-z0-9_-]*[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}")),
        ("PrivateKeyDetector", "Private Key", _ => new PrivateKeyPlugin()),
        Pattern("PypiTokenDetector", "PyPI Token", new TokenFormat("pypi-AgE", $"pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw){UrlSafe}{{70,}}")),
        Pattern("SendGridDetector", "SendGrid API Key", new TokenFormat("SG.", $@"SG\.{UrlSafe}{{22}}\.{UrlSafe}{{43}}")),
        Pattern(
            "SlackDetector",
            "Slack Token",
            new TokenFormat("xox", @"xox[abopsr]-(?:\d+-)+[a-z0-9]+", ignoreCase: true),
            new TokenFormat("hooks.slack.com", @"https://hooks\.slack\.com/services/T[a-z0-9_]+/B[a-z0-9_]+/[a-z0-9_]+", ignoreCase: true)),
        Pattern(
            "SoftlayerDetector",
            "SoftLayer Credentials",
            AssignedToken.Of("sl|softlayer", "(?:softlayer|sl)[_-]?(?:api)?", KeyWords, "a-z0-9", 64),
            new TokenFormat("api.softlayer.com", @"https?://api\.softlayer\.com/soap/v3(?:\.1)?/(?<hash>(?<value>[a-z0-9]{64}))", ignoreCase: true)),
        Pattern("SquareOAuthDetector", "Square OAuth Secret", new TokenFormat("sq0csp-", @"sq0csp-[0-9A-Za-z\\_-]{43}")),
        Pattern("StripeDetector", "Stripe Access Key", new TokenFormat("k_live_", "[rs]k_live_[0-9a-zA-Z]{24}")),
        ("TelegramBotTokenDetector", "Telegram Bot Token", _ => new TelegramPlugin()),
        ("TwilioKeyDetector", "Twilio API Key", _ => new TwilioPlugin()),
    ];

    /// <summary>Class names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal)];

    /// <summary>The kinds, and the class names that report them.</summary>
    public static IReadOnlyDictionary<string, string> NamesByType { get; } = Entries.ToDictionary(entry => entry.Type, entry => entry.Name, StringComparer.Ordinal);

    /// <summary>The settings of a run that says nothing else.</summary>
    public static IReadOnlyList<Setting> Defaults { get; } = [.. Names.Select(Default)];

    /// <summary>The plugin of an entry; null where there is none of that name.</summary>
    public static Plugin? Make(Setting setting)
    {
        foreach ((string name, _, Func<Setting, Plugin> make) in Entries)
        {
            if (name == setting.Name)
            {
                return make(setting);
            }
        }

        return null;
    }

    /// <summary>An entry with the options that it lacks, as they are where nobody says otherwise.</summary>
    public static Setting Complete(Setting setting) => Default(setting.Name).Options
        .Where(option => !setting.Options.ContainsKey(option.Key))
        .Aggregate(setting, (known, option) => known.With(option.Key, option.Value?.DeepClone()));

    private static Setting Default(string name) => name switch
    {
        "Base64HighEntropyString" => new Setting(name).With("limit", Base64Limit),
        "HexHighEntropyString" => new Setting(name).With("limit", HexLimit),
        "KeywordDetector" => new Setting(name).With("keyword_exclude", ""),
        _ => new Setting(name),
    };

    private static (string Name, string Type, Func<Setting, Plugin> Make) Pattern(string name, string type, params TokenFormat[] formats)
    {
        var plugin = new PatternPlugin(name, type, formats);
        return (name, type, _ => plugin);
    }

    // What follows must be no letter, digit or underscore; of a longer run that is the last hyphen that fits.
    private static TokenFormat GitLab(string hint, string prefix, string count) => new(hint, $@"(?<value>{prefix}{UrlSafe}{count})(?:\W|$)");
}
