using System.Globalization;
using System.Text;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Scanning;

namespace SecretGuard.DetectSecrets.Commands;

/// <summary>What the hook tells of new secrets, in the lines that scripts look for.</summary>
internal static class HookReport
{
    /// <summary>The text. <paramref name="team"/> is where to ask, as the end of a sentence.</summary>
    public static string Of(IReadOnlyList<FoundSecret> secrets, string team)
    {
        var text = new StringBuilder("ERROR: Potential secrets about to be committed to git repo!\n\n");
        foreach (FoundSecret secret in secrets.OrderBy(secret => secret.Identity.File, CodePointOrder.Instance).ThenBy(secret => secret.Line))
        {
            text.Append(CultureInfo.InvariantCulture, $"Secret Type: {secret.Identity.Type}\nLocation:    {Visible(secret.Identity.File)}:{secret.Line}\n\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"""
            Total secrets detected: {secrets.Count}

            Possible mitigations:
              - Take the secret out, and keep it in a secret store; how to do that here: please ask {team}
              - Where it is none, say so behind it: `pragma: allowlist secret`
              - Where it is an old one, accept it: `secretguard detect-secrets scan --baseline <file>`

            What was committed before stays in the history: revoke it at its issuer first.

            """).ToString().ReplaceLineEndings("\n");
    }

    /// <summary>A path cannot write to the terminal.</summary>
    private static string Visible(string path) => path.Any(char.IsControl) ? string.Concat(path.Select(c => char.IsControl(c) ? '?' : c)) : path;
}
