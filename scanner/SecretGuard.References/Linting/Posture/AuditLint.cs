using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Accounts and Vaults that a repository sets up and of which nothing keeps who read what. A repository that only puts secrets there leaves that to others.</summary>
internal sealed class AuditLint : ILint, IRepositoryLint
{
    /// <summary>What only who sets an account up manages.</summary>
    private static readonly string[] OfAccount =
    [
        "aws_guardduty_detector", "aws_config_configuration_recorder", "aws_securityhub_account", "aws_iam_account_password_policy", "aws_s3_account_public_access_block", "aws_organizations_organization", "aws_accessanalyzer_analyzer",
    ];

    private static readonly string[] Logins = ["vault_auth_backend", "vault_jwt_auth_backend", "vault_ldap_auth_backend", "vault_github_auth_backend", "vault_okta_auth_backend"];
    private static readonly string[] Trails = ["aws_cloudtrail", "aws_cloudtrail_event_data_store"];
    private static readonly string[] Signs = ["vault audit enable", "sys/audit", "AWS::CloudTrail::", "aws cloudtrail create-trail"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.TrailMissing, PostureRules.AuditMissing];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        foreach (string sign in Signs.Where(sign => text.Source.Text.Contains(sign, StringComparison.Ordinal)))
        {
            found.Keep(text.Source, new AuditSign(sign));
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        if (!repository.IsWhole)
        {
            return;
        }

        TerraformConfiguration[] all = [.. repository.Configurations.Where(configuration => !configuration.IsDocumentation)];
        TellSwitchedOff(all, found);
        HclBlock? secret = First(all, "aws_secretsmanager_secret"), account = First(all, OfAccount), login = First(all, Logins);
        if (secret is not null && account is not null && !Has(repository, all, Trails, "trail"))
        {
            found.Add(PostureRules.TrailMissing, secret.Location, HclScope.Address(secret), $"{HclScope.Address(account)} is of the account itself, and nothing here is a trail of what is called in it: after a leak nobody can say who read what");
        }

        if (login is not null && !Has(repository, all, ["vault_audit"], "audit"))
        {
            found.Add(PostureRules.AuditMissing, login.Location, HclScope.Address(login), "logins of Vault are set up here and no audit device is: after a leak nobody can say who read what");
        }
    }

    /// <summary>A trail that is there and keeps nothing, where no other one is on.</summary>
    private static void TellSwitchedOff(TerraformConfiguration[] all, LintFindings found)
    {
        HclBlock[] trails = [.. all.SelectMany(configuration => configuration.Resources("aws_cloudtrail")).Select(resource => resource.Block)];
        if (Array.TrueForAll(trails, trail => BlockValues.IsOn(trail, byDefault: true, "enable_logging") == false))
        {
            foreach (HclBlock trail in trails)
            {
                found.Add(PostureRules.TrailMissing, trail["enable_logging"]!.Location, HclScope.Address(trail), "this trail is switched off: after a leak nobody can say who read what");
            }
        }
    }

    private static HclBlock? First(TerraformConfiguration[] all, params string[] types) => all.SelectMany(configuration => configuration.Resources(types)).FirstOrDefault()?.Block;

    /// <summary>A resource, a module that is called so, or a sign of it in another file.</summary>
    private static bool Has(LintRepository repository, TerraformConfiguration[] all, string[] types, string word) => First(all, types) is not null
        || all.SelectMany(configuration => configuration.Blocks).Any(block => block.Block is { Type: "module", Labels: [var name] } module && (name + module.TextOf("source")).Contains(word, StringComparison.OrdinalIgnoreCase))
        || repository.Kept<AuditSign>().Any(sign => sign.Sign.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Says that a text sets an audit log or a trail up.</summary>
    private sealed record AuditSign(string Sign);
}
