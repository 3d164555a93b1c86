using SecretGuard.Inventories;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Shell;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>Keeps of a text what it grants, for <see cref="AccessModel"/>.</summary>
internal static class AccessFacts
{
    /// <summary>Reads a text whose syntax has grants, and keeps them.</summary>
    public static void Keep(LintText text, LintFindings found)
    {
        if (TerraformExtractor.IsTerraform(text.Source))
        {
            found.Keep(text.Source, new TerraformFile(text.Source, text.Blocks));
        }
        else if ((text.IsJson || text.Source.IsYaml) && IamStatement.MayBeIn(text.Source))
        {
            string policy = text.Source.SyntaxPath.Length > 0 ? text.Source.SyntaxPath : text.Source.Path;
            foreach (IamStatement statement in text.Roots.SelectMany(root => IamStatement.In(root, policy)))
            {
                found.Keep(text.Source, statement);
            }
        }

        foreach (Grant grant in VaultPolicies.In(text).Concat(BicepGrants.In(text)).Concat(AzureGrants.In(text)))
        {
            found.Keep(text.Source, grant);
        }

        foreach (TrustedSubject subject in TrustedSubject.In(text.Source))
        {
            found.Keep(text.Source, subject);
        }

        if (VaultWriter.IsIn(text.Source))
        {
            found.Keep(text.Source, VaultWriter.Instance);
        }

        if (HasCommands(text))
        {
            KeepCommands(text, found);
        }
    }

    private static bool HasCommands(LintText text) => text.IsScript && (text.Source.Text.Contains("vault", StringComparison.OrdinalIgnoreCase) || text.Source.Text.Contains("az role", StringComparison.Ordinal));

    private static void KeepCommands(LintText text, LintFindings found)
    {
        foreach (ShellCommand command in text.Commands)
        {
            foreach (object fact in AzureGrants.Of(command).Cast<object>().Concat(new object?[] { VaultRole.Of(command), VaultPolicyName.Of(command), VaultWrite.Of(command, text) }.OfType<object>()))
            {
                found.Keep(text.Source, fact);
            }
        }
    }
}
