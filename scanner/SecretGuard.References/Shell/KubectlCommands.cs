using System.Text.RegularExpressions;
using SecretGuard.Inventories;

namespace SecretGuard.References.Shell;

/// <summary>What <c>kubectl</c> and its like are asked of the secrets of a cluster.</summary>
internal static class KubectlCommands
{
    private static readonly Regex Field = new("""\.data(?:\.(?<key>(?:\\\.|[\w-])+)|\[["'](?<quoted>[^"'\]]+)["']\])|\.data\s+\\?["'](?<quoted>[\w.-]+)""", RegexOptions.NonBacktracking);

    private static readonly string[] Flags = ["A", "all-namespaces", "show-labels", "w", "watch", "ignore-not-found", "no-headers", "force", "now"];

    /// <summary>What the program is given.</summary>
    public static ShellArguments Arguments(IReadOnlyList<ShellWord> words, int from) => new(words, from, name => !Flags.Contains(name, StringComparer.Ordinal));

    /// <summary>The key of a secret that a template of the output names, or null.</summary>
    public static string? KeyIn(string template)
    {
        Match field = Field.Match(template);
        return field.Groups["key"].Success ? field.Groups["key"].Value.Replace("\\", "", StringComparison.Ordinal) : field.Groups["quoted"].Success ? field.Groups["quoted"].Value : null;
    }

    /// <summary>Reads a command.</summary>
    public static void Read(IReadOnlyList<ShellWord> words, int from, CommandReference add)
    {
        ShellArguments given = Arguments(words, from);
        string verb = given.Rest.Count > 1 ? given.Rest[0].Text : "";
        if (verb is "get" or "describe" or "delete" or "edit" or "patch")
        {
            ReadExisting(given, verb, add);
        }
        else if (verb == "create" && given.Rest.Count > 3 && given.Rest[1].Text == "secret")
        {
            ReadCreated(given, add);
        }
    }

    private static void ReadExisting(ShellArguments given, string verb, CommandReference add)
    {
        string type = given.Rest[1].Text;
        int slash = type.IndexOf('/', StringComparison.Ordinal);
        if ((slash < 0 ? type : type[..slash]) is not ("secret" or "secrets"))
        {
            return;
        }

        string? key = KeyIn((given.Of("o", "output", "template") ?? given.Of("jsonpath"))?.Text ?? "");
        foreach (ShellPiece name in slash > 0 ? [new ShellPiece(given.Rest[1].Word, slash + 1)] : given.Rest.Skip(2).Where(name => name.Text.Length > 0))
        {
            add(Secret(given, name.Text, key, verb) with { IsOptional = given.Has("ignore-not-found") || verb == "delete" }, name.Place, written: false);
        }
    }

    private static void ReadCreated(ShellArguments given, CommandReference add)
    {
        ShellPiece name = given.Rest[3];
        string[] keys = given.Rest[2].Text switch
        {
            "tls" => ["tls.crt", "tls.key"],
            "docker-registry" => [".dockerconfigjson"],
            _ => [.. given.All("from-literal").Concat(given.All("from-file")).Select(KeyOf)],
        };
        foreach (string? key in keys.Length == 0 ? new string?[] { given.Of("from-env-file") is null ? null : "*" } : keys)
        {
            add(Secret(given, name.Text, key, "create"), name.Place, written: true);
        }
    }

    /// <summary>Of <c>key=value</c> or of a path, whose last segment is the key.</summary>
    private static string KeyOf(ShellPiece piece) => piece.Text.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 ? piece.Text[..equals] : piece.Text[(piece.Text.LastIndexOf('/') + 1)..];

    private static SecretReference Secret(ShellArguments given, string name, string? key, string verb) =>
        ReferenceOf.Secret(StoreTypes.Kubernetes, name, $"kubectl {verb}") with { Property = key, Address = given.Of("n", "namespace")?.Text };
}
