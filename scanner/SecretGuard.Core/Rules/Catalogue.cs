using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.ConnectionStrings;
using SecretGuard.Detection.Files;
using SecretGuard.Detection.Http;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Detection.NamedValues;
using SecretGuard.Detection.Sql;
using SecretGuard.Detection.Urls;
using SecretGuard.Detection;
using SecretGuard.Rules.Providers;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Rules;

/// <summary>
/// Every rule that SecretGuard knows. One line a family; the families hold the rules. A family and a matcher are made when they are first
/// asked for: a short run meets few of them, and the index of all literals stands in a table (<see cref="SignatureTable"/>).
/// </summary>
public static class Catalogue
{
    private static readonly Rule[]?[] Made = new Rule[FamilyCount][];

    /// <summary>All rules with their default settings.</summary>
    public static RuleSet Default { get; } = new();

    /// <summary>How many families there are.</summary>
    internal const int FamilyCount = 58;

    /// <summary>How many matchers <see cref="Matcher"/> makes.</summary>
    internal const int MatcherCount = 47;

    /// <summary>The rules of a family, the same ones each time.</summary>
    internal static Rule[] Family(int number)
    {
        ref Rule[]? made = ref Made[number];
        return made ?? Interlocked.CompareExchange(ref made, FamilyOf(number), null) ?? made!;
    }

    /// <summary>What reads whole files.</summary>
    internal static IReadOnlyList<FileMatcher> FileMatchers() => [new CredentialFileMatcher(), new TableMatcher()];

    /// <summary>What finds the kinds that no pattern can describe.</summary>
    internal static Matcher Matcher(int number) => number switch
    {
        0 => new CallSinkMatcher(),
        1 => new CredentialCallMatcher(),
        2 => new TypedInputMatcher(),
        3 => new CharArrayMatcher(),
        4 => new EncodedPairMatcher(),
        5 => new NamedValueMatcher(),
        6 => new CollectionMatcher(),
        7 => new UserMapMatcher(),
        8 => new SwitchArmMatcher(),
        9 => new ConnectionStringMatcher(),
        10 => new DriverAddressMatcher(),
        11 => new LoginModuleMatcher(),
        12 => new SchemeMatcher(),
        13 => new AuthorizationMatcher(),
        14 => new KeyHeaderMatcher(),
        15 => new CookieMatcher(),
        16 => new UserInfoMatcher(),
        17 => new QueryMatcher(),
        18 => new CommandMatcher(),
        19 => new SecretOptionMatcher(),
        20 => new PipedSecretMatcher(),
        21 => new UserOptionMatcher(),
        22 => new DialogueMatcher(),
        23 => new SqlClauseMatcher(),
        24 => new SqlCallMatcher(),
        25 => new SettingMatcher(),
        26 => new InsertMatcher(),
        27 => new RegistryLoginMatcher(),
        28 => new KubernetesSecretMatcher(),
        29 => new EntryMatcher(),
        30 => new DirectiveMatcher(),
        31 => new LabelledValueMatcher(),
        32 => new ProductFileMatcher(),
        33 => new ProseLoginMatcher(),
        34 => new SharedAccessSignatureMatcher(AzureRules.SharedAccessSignature),
        35 => new JsonWebTokenMatcher(),
        36 => new PemMatcher(),
        37 => new Base64PemMatcher(),
        38 => new BareKeyMatcher(),
        39 => new KeyStoreMatcher(),
        40 => new PuttyMatcher(),
        41 => new MinisignMatcher(),
        42 => new WireGuardMatcher(),
        43 => new JwkMatcher(),
        44 => new XmlRsaMatcher(),
        45 => new NearbyTokenMatcher(SeedRules.Stellar),
        46 => new NearbyTokenMatcher(SeedRules.Bitcoin),
        _ => throw new ArgumentOutOfRangeException(nameof(number)),
    };

    /// <summary>Tokens by who issues them, and behind them what is told by its structure or its place.</summary>
    private static Rule[] FamilyOf(int number) => number switch
    {
        0 => AmazonRules.All,
        1 => AnalyticsRules.All,
        2 => AnthropicRules.All,
        3 => AppHostRules.All,
        4 => ArtifactRules.All,
        5 => AsianCloudRules.All,
        6 => AtlassianRules.All,
        7 => AutomationWebhookRules.All,
        8 => AzureKeyRules.All,
        9 => AzureRules.All,
        10 => BuildServiceRules.All,
        11 => ChatRules.All,
        12 => ChatWebhookRules.All,
        13 => CodeQualityRules.All,
        14 => CommerceRules.All,
        15 => ContentRules.All,
        16 => CrmRules.All,
        17 => DataServiceRules.All,
        18 => DatabaseRules.All,
        19 => DiscordRules.All,
        20 => EdgeRules.All,
        21 => FeatureFlagRules.All,
        22 => GitHubRules.All,
        23 => GitLabRules.All,
        24 => GoogleRules.All,
        25 => GrafanaRules.All,
        26 => HashiCorpRules.All,
        27 => IdentityRules.All,
        28 => LoggingRules.All,
        29 => MailRules.All,
        30 => ModelHostRules.All,
        31 => ModelToolRules.All,
        32 => MonitoringRules.All,
        33 => NetworkRules.All,
        34 => OpenAIRules.All,
        35 => OrchestrationRules.All,
        36 => PackageRegistryRules.All,
        37 => PaymentRules.All,
        38 => ProductivityRules.All,
        39 => SecretManagerRules.All,
        40 => SentryRules.All,
        41 => ServerHostRules.All,
        42 => SlackRules.All,
        43 => SourceHostRules.All,
        44 => StripeRules.All,
        45 => TelephonyRules.All,
        46 => YandexRules.All,
        _ => KindOf(number),
    };

    private static Rule[] KindOf(int number) => number switch
    {
        47 => KeyRules.All,
        48 => SeedRules.All,
        49 => BinaryRules.All,
        50 => JsonWebTokenRules.All,
        51 => CommandLineRules.All,
        52 => ConnectionStringRules.All,
        53 => FileRules.All,
        54 => HttpRules.All,
        55 => SqlRules.All,
        56 => UrlRules.All,
        57 => GenericRules.All,
        _ => throw new ArgumentOutOfRangeException(nameof(number)),
    };
}
