using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Access;

/// <summary>A call of Vault's command line.</summary>
/// <param name="Verb">What is done: <c>write</c>; behind <c>kv</c> as <c>kv put</c>.</param>
/// <param name="Path">With what.</param>
internal sealed record VaultCommand(string Verb, ShellPiece? Path)
{
    private const int MostBefore = 12; // words before the tool: sudo, kubectl exec a --

    private static readonly string[] WithValue = ["mount", "field", "version", "namespace", "ns", "format", "address", "wrap-ttl", "path", "output-policy"];
    private static readonly string[] Groups = ["kv", "policy", "secrets", "auth", "operator", "token", "kv metadata"];

    /// <summary>The fields that are written: <c>name=value</c>.</summary>
    public IReadOnlyList<(string Name, ShellPiece Value)> Fields { get; init; } = [];

    /// <summary>What follows the path.</summary>
    public IReadOnlyList<ShellPiece> Rest { get; init; } = [];

    /// <summary>The options.</summary>
    public required ShellArguments Options { get; init; }

    /// <summary>Whether all fields are written there, and none come from a file or a pipe.</summary>
    public bool IsWhole => !Rest.Any(piece => piece.Text is "-" || piece.Text.StartsWith('@'));

    /// <summary>The call that a command is, or runs in a container; null where it is none.</summary>
    public static VaultCommand? Of(ShellCommand command)
    {
        int inner = SecretCommands.InnerCommand(command.Words);
        return (inner > 0 && command.Words[0].Text is not ("echo" or "printf") ? Of(command.Words, inner) : null) ?? Of(command.Words, 0);
    }

    private static VaultCommand? Of(IReadOnlyList<ShellWord> words, int from)
    {
        for (int i = from; i < words.Count && i < from + MostBefore; i++)
        {
            string word = words[i].Text;
            if (word is "echo" or "printf")
            {
                return null;
            }

            if (word is "vault" or "bao" || word.EndsWith("/vault", StringComparison.Ordinal))
            {
                // A container or a namespace may be called as the tool is.
                if (Read(words, i + 1) is { } read)
                {
                    return read;
                }
            }
        }

        return null;
    }

    private static VaultCommand? Read(IReadOnlyList<ShellWord> words, int from)
    {
        var given = new ShellArguments(words, from, name => WithValue.Contains(name, StringComparer.Ordinal));
        int at = 0;
        string verb = "";
        while (at < given.Rest.Count && Groups.Contains((verb + " " + given.Rest[at].Text).Trim(), StringComparer.Ordinal))
        {
            verb = (verb + " " + given.Rest[at++].Text).Trim();
        }

        if (at >= given.Rest.Count)
        {
            return null;
        }

        verb = (verb + " " + given.Rest[at].Text).Trim();
        ShellPiece[] rest = [.. given.Rest.Skip(at + 2)];
        return new VaultCommand(verb, given.Rest.ElementAtOrDefault(at + 1))
        {
            Options = given,
            Rest = rest,
            Fields = [.. rest.Where(piece => piece.Text.IndexOf('=', StringComparison.Ordinal) > 0).Select(piece => (piece.Text[..piece.Text.IndexOf('=', StringComparison.Ordinal)], new ShellPiece(piece.Word, piece.Start + piece.Text.IndexOf('=', StringComparison.Ordinal) + 1)))],
        };
    }
}
