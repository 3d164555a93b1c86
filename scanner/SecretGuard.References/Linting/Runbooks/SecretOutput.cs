using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>A command that prints a secret's value.</summary>
/// <param name="At">The word that says so.</param>
/// <param name="Subject">What it is and what it is about, for people.</param>
/// <param name="Instead">What asks whether it is there and no more, for people.</param>
/// <param name="Replacement">What prints nothing in the place of the word; null where that takes thought.</param>
internal sealed record SecretOutput(ShellPiece At, string Subject, string Instead, string? Replacement = null)
{
    /// <summary>What a program prints of secrets; null where it is nothing, or where that is not to be seen.</summary>
    public static SecretOutput? Of(CalledProgram program) => OfStore(program) ?? ToolOutput.Of(program) ?? RequestOutput.Of(program);

    private static SecretOutput? OfStore(CalledProgram program) => program.Name switch
    {
        "az" => AzureOutput.Of(program),
        "aws" => AwsOutput.Of(program),
        "kubectl" or "oc" => ClusterOutput.Of(program),
        "vault" or "bao" => VaultOutput.Of(program),
        "gcloud" => Google(program),
        _ => null,
    };

    /// <summary>Whether a query asks for one of some fields, or for everything.</summary>
    public static bool Asks(ShellPiece? query, params ReadOnlySpan<string> fields)
    {
        if (query is null)
        {
            return true;
        }

        foreach (string field in fields)
        {
            if (query.Text.Contains(field, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return query.Text is "@";
    }

    private static SecretOutput? Google(CalledProgram program)
    {
        ShellArguments given = program.Arguments(_ => true);
        return given.Rest is [{ Text: "secrets" }, { Text: "versions" }, { Text: "access" } verb, ..] && given.Of("out-file") is null
            ? new SecretOutput(verb, $"gcloud secrets versions access {given.Of("secret")?.Text}".TrimEnd(), "'gcloud secrets versions describe' says whether it is there")
            : null;
    }
}
