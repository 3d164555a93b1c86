using System.Globalization;
using System.Xml;
using SecretGuard.Inventories;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Rotations and leases that Terraform sets up, and that let a value live longer than secretguard.yml declares. What is computed says nothing, and neither does what is left to a mount.</summary>
internal sealed class RotationTermLint : IRepositoryLint
{
    private const string Schedule = "rotation_schedule";

    /// <summary>What Vault gives out by roles and keys: the word of its path, and where it is said how long, the longest first.</summary>
    private static readonly Dictionary<string, (string Word, string[] Terms)> Roles = new(StringComparer.Ordinal)
    {
        ["vault_database_secret_backend_role"] = ("creds", ["max_ttl", "default_ttl"]),
        ["vault_database_secret_backend_static_role"] = ("static-creds", [Schedule, "rotation_period"]),
        ["vault_aws_secret_backend_role"] = ("creds", ["max_sts_ttl", "default_sts_ttl"]),
        ["vault_aws_secret_backend_static_role"] = ("static-creds", ["rotation_period"]),
        ["vault_azure_secret_backend_role"] = ("creds", ["max_ttl", "ttl"]),
        ["vault_consul_secret_backend_role"] = ("creds", ["max_ttl", "ttl"]),
        ["vault_kubernetes_secret_backend_role"] = ("creds", ["token_max_ttl", "token_default_ttl"]),
        ["vault_ldap_secret_backend_dynamic_role"] = ("creds", ["max_ttl", "default_ttl"]),
        ["vault_ldap_secret_backend_static_role"] = ("static-cred", [Schedule, "rotation_period"]),
        ["vault_pki_secret_backend_role"] = ("issue", ["max_ttl", "ttl"]),
        ["vault_transit_secret_backend_key"] = ("keys", ["auto_rotate_period"]),
    };

    private static readonly string[] Mounts = ["backend", "mount"], Names = ["name", "role_name", "role"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.RotationMissing];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        if (!repository.Declaration.Secrets.Any(secret => secret.Rotation?.Period is not null))
        {
            return;
        }

        foreach (TerraformConfiguration configuration in repository.Configurations.Where(configuration => !configuration.IsDocumentation))
        {
            foreach (TerraformBlock block in configuration.Blocks.Where(block => block.Block is { Type: "resource", Labels: [_, _] }))
            {
                if (TermOf(block.Block) is var (longest, setting))
                {
                    Judge(repository, configuration, block, longest, setting, found);
                }
            }
        }
    }

    private static void Judge(LintRepository repository, TerraformConfiguration configuration, TerraformBlock block, TimeSpan longest, string setting, LintFindings found)
    {
        foreach (SecretReference reference in Named(configuration, block.Block).Where(reference => !OpenName.IsOpen(reference.Name)))
        {
            if (repository.Names.Meant(reference, block.Source.Path).FirstOrDefault(secret => longest > secret.Rotation?.Period) is { } declared)
            {
                found.Add(PostureRules.RotationMissing, block.Block.Location, reference.Name,
                    $"secretguard.yml says that '{declared.Id}' is changed every {DeclaredTime.Count(declared.Rotation!.Period!.Value)}, and '{setting}' here lets a value of it be in use for {DeclaredTime.Count(longest)}");
                return;
            }
        }
    }

    /// <summary>How long a value is in use by what a block sets, and what says so; null where it says nothing, or an expression does.</summary>
    private static (TimeSpan Longest, string Setting)? TermOf(HclBlock block) => block.Labels[0] switch
    {
        "aws_secretsmanager_secret_rotation" => block.Blocks.Where(inner => inner.Type == "rotation_rules").Select(OfAws).FirstOrDefault(),
        "azurerm_key_vault_key" => block.Blocks.Where(inner => inner.Type == "rotation_policy").Select(OfKeyVault).FirstOrDefault(),
        var type when Roles.TryGetValue(type, out (string Word, string[] Terms) role) => role.Terms
            .Select(term => block[term] is { } value && (term == Schedule ? CronSchedule.Parse(value.Text ?? "")?.LongestPause() : Lease(value)) is { } span ? ((TimeSpan, string)?)(span, term) : null).FirstOrDefault(told => told is not null),
        _ => null,
    };

    private static (TimeSpan, string)? OfAws(HclBlock rules)
    {
        const string Days = "automatically_after_days", Expression = "schedule_expression";
        if (rules[Days] is { } days)
        {
            return Count(days.Text ?? days.Expression) is { } count ? (TimeSpan.FromDays(count), Days) : null;
        }

        string text = rules.TextOf(Expression) ?? "";
        if (text.StartsWith("cron(", StringComparison.Ordinal))
        {
            return OfAwsCron(text[5..].TrimEnd(')')) is { } pause ? (pause, Expression) : null;
        }

        string[] rate = text.StartsWith("rate(", StringComparison.Ordinal) ? text[5..].TrimEnd(')').Split(' ') : []; // 10 days
        return rate is [var number, var unit] && Count(number) is { } many ? unit switch { "day" or "days" => (TimeSpan.FromDays(many), Expression), "hour" or "hours" => (TimeSpan.FromHours(many), Expression), _ => null } : null;
    }

    /// <summary>AWS has a year behind the days, and counts these from 1.</summary>
    private static TimeSpan? OfAwsCron(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.. var fields, "*"] && fields is [.., var weekday] && !weekday.Any(char.IsAsciiDigit) ? CronSchedule.Parse(string.Join(' ', fields))?.LongestPause() : null;

    private static (TimeSpan, string)? OfKeyVault(HclBlock policy)
    {
        const string After = "time_after_creation";
        HclBlock? automatic = policy.Blocks.Find(inner => inner.Type == "automatic");
        return IsoSpan(automatic?.TextOf(After)) is { } after ? (after, After)
            : IsoSpan(policy.TextOf("expire_after")) - IsoSpan(automatic?.TextOf("time_before_expiry")) is { } before && before > TimeSpan.Zero ? (before, "time_before_expiry") : null;
    }

    /// <summary>What the value is called in its store.</summary>
    private static IEnumerable<SecretReference> Named(TerraformConfiguration configuration, HclBlock block)
    {
        IEnumerable<string> names = Names.Select(attribute => configuration.Known(block, attribute).ToArray()).FirstOrDefault(known => known.Length > 0) ?? [];
        switch (block.Labels[0])
        {
            case "azurerm_key_vault_key":
                return names.Select(name => ReferenceOf.KeyVault(null, name, "", ReferenceKinds.Key));
            case "aws_secretsmanager_secret_rotation":
                string? address = BlockValues.AddressOf(block, "secret_id");
                TerraformBlock? secret = configuration.Resources("aws_secretsmanager_secret").FirstOrDefault(made => HclScope.Address(made.Block) == address);
                return secret is null ? [] : configuration.Known(secret.Block, "name").ToArray() is [var only] ? [ReferenceOf.Secret(StoreTypes.AwsSecretsManager, only, "")] : [];
            default:
                string word = Roles[block.Labels[0]].Word;
                return Mounts.SelectMany(attribute => configuration.Known(block, attribute)).SelectMany(mount => names.Select(name => ReferenceOf.Secret(StoreTypes.Vault, $"{mount.Trim('/')}/{word}/{name}", "")));
        }
    }

    /// <summary>Seconds, or a span as Vault writes them; 0 leaves it to the mount.</summary>
    private static TimeSpan? Lease(HclValue value)
    {
        string text = value.Text ?? value.Expression;
        TimeSpan? span = Count(text) is { } seconds ? TimeSpan.FromSeconds(seconds) : GoDuration.Parse(text);
        return span > TimeSpan.Zero ? span : null;
    }

    private static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is > 0 and < int.MaxValue / 2 ? count : null;

    /// <summary>A span of ISO 8601, of which a month counts 30 days and a year 365.</summary>
    private static TimeSpan? IsoSpan(string? text)
    {
        try
        {
            return text is null || text.Contains('*', StringComparison.Ordinal) ? null : XmlConvert.ToTimeSpan(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }
}
