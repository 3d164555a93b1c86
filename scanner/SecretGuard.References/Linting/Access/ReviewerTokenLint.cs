using SecretGuard.References.Shell;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Access;

/// <summary>Logins of Kubernetes to Vault that are configured with the token of a pod, which ends: by scripts and by Terraform.</summary>
internal sealed class ReviewerTokenLint : ILint
{
    private const string Field = "token_reviewer_jwt";
    private const string TokenFile = "/serviceaccount/token";
    private const string Follows = "it ends with its pod or within the hour, and then Vault can check no login any more; leave it out, with 'disable_local_ca_jwt=false', and a Vault in the cluster reads its own anew";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.ReviewerPinned];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!text.Source.Text.Contains(Field, StringComparison.Ordinal))
        {
            return;
        }

        foreach (ShellCommand command in text.Commands)
        {
            if (VaultCommand.Of(command) is { Verb: "write", Path.Text: { } path } written && path.StartsWith("auth/", StringComparison.Ordinal) && path.EndsWith("/config", StringComparison.Ordinal))
            {
                foreach ((string _, ShellPiece value) in written.Fields.Where(field => field.Name == Field && IsOfPod(field.Value, command, text.Commands)))
                {
                    found.Add(AccessRules.ReviewerPinned, value.Location, path, Follows);
                }
            }
        }

        foreach (HclBlock block in text.Blocks.Where(block => block.Labels is ["vault_kubernetes_auth_backend_config", _]))
        {
            if (block[Field] is { } value && (value.Expression.Contains(TokenFile, StringComparison.Ordinal) || value.Expression.Contains("kubernetes_token_request", StringComparison.Ordinal)))
            {
                found.Add(AccessRules.ReviewerPinned, value.Location, HclScope.Address(block), Follows);
            }
        }
    }

    private static bool IsOfPod(ShellPiece value, ShellCommand command, IReadOnlyList<ShellCommand> all) =>
        value.Text.Contains(TokenFile, StringComparison.Ordinal)
        || all.Any(one => IsToken(one) && (one.Outer == command || (one.Into is { } variable && value.Word.Variables.Contains(variable, StringComparer.Ordinal))));

    /// <summary>Whether a command prints one: the file that each pod has, or one that is asked for.</summary>
    private static bool IsToken(ShellCommand command) =>
        command.Words.Any(word => word.Text.EndsWith(TokenFile, StringComparison.Ordinal)) || command.Words.SkipWhile(word => word.Text != "create").Skip(1).FirstOrDefault()?.Text == "token";
}
