using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>What tools print that keep secrets of their own: password managers, encrypted files, states, logins.</summary>
internal static class ToolOutput
{
    private const string Handed = "take it into a variable, or let the tool hand it to the program";

    private static readonly string[] Keys = ["aws_secret_access_key", "aws_session_token"];

    /// <summary>What a command prints; null where the tool is another, or where it is no secret.</summary>
    public static SecretOutput? Of(CalledProgram program)
    {
        ShellWord[] words = [.. program.Words.Skip(program.From)];
        ShellWord[] rest = [.. words.Where(word => !word.Text.StartsWith('-'))];
        bool Has(params ReadOnlySpan<string> options)
        {
            foreach (ShellWord word in words)
            {
                foreach (string option in options)
                {
                    if (word.Text == option || word.Text.StartsWith(option + "=", StringComparison.Ordinal))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        bool Says(params ReadOnlySpan<string> verbs)
        {
            for (int i = 0; i < verbs.Length; i++)
            {
                if (rest.Length <= i || rest[i].Text != verbs[i])
                {
                    return false;
                }
            }

            return true;
        }

        return program.Name switch
        {
            "sops" when (Has("-d", "--decrypt") || Says("decrypt")) && !Has("-i", "--in-place", "--output") => Output("--decrypt", "'sops exec-env' hands it to a program, and 'sops edit' opens it"),
            "op" when Says("read") && !Has("--out-file", "-o") => Output("read", "'op run' hands it to a program"),
            "pass" when Says("show") && !Has("-c", "--clip") => Output("show", "'--clip' puts it where it can be pasted"),
            "doppler" when (Says("secrets", "get") && Has("--plain", "--raw")) || (Says("secrets", "download") && Has("--no-file")) => Output("secrets", "'doppler run' hands it to a program"),
            "ansible-vault" when Says("view") => Output("view", "'ansible-vault edit' opens it"),
            "dotnet" when Says("user-secrets", "list") => Output("user-secrets list", "what they are called stands in the code"),
            "terraform" or "tofu" when Says("output") && Has("-raw", "-json") && rest.Length > 1 && ReferenceOf.SaysSecret(rest[^1].Text) => Output($"output {rest[^1].Text}", Handed),
            "gcloud" when Says("auth", "print-access-token") || Says("auth", "print-identity-token") => Output(string.Join(' ', rest.Take(2).Select(word => word.Text)), Handed),
            "security" when (Says("find-generic-password") || Says("find-internet-password")) && Has("-w") => Output(rest[0].Text, Handed),
            "aws" when Says("configure", "get") && rest.Length > 2 && Array.Exists(Keys, key => rest[2].Text.EndsWith(key, StringComparison.Ordinal)) => Output($"configure get {rest[2].Text}", Handed),
            "vault" or "bao" when Says("token", "create") && !Has("-field") => Output("token create", "'-field=token' gives it to a variable"),
            "Get-AzKeyVaultSecret" when Array.Exists(words, word => word.Text.Equals("-AsPlainText", StringComparison.OrdinalIgnoreCase)) => Output("-AsPlainText", "without '-AsPlainText' it says whether it is there"),
            _ => null,
        };

        SecretOutput Output(string what, string instead) => new(new ShellPiece(words[0], 0), $"{program.Name} {what}", instead);
    }
}
