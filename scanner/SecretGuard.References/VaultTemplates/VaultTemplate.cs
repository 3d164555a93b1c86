using System.Text.RegularExpressions;
using SecretGuard.Inventories;

namespace SecretGuard.References.VaultTemplates;

/// <summary>A secret that a template of Vault's agent or of consul-template names, and a field of it where one is taken.</summary>
/// <param name="Path">As it is written, with the <c>data/</c> of the API.</param>
/// <param name="Field">The field, or null where the template takes the whole, or what cannot be told.</param>
/// <param name="Start">Where the field stands, or the path where there is none.</param>
/// <param name="Length">How long that is.</param>
internal sealed record VaultTemplate(string Path, string? Field, int Start, int Length)
{
    private const string Opens = "{{";
    private const string Closes = "}}";

    // A template that stands within a string has a backslash in front of its own quotes.
    private static readonly Regex Secret = new("""(?:^|[\s(=])secret\s+\\?["`](?<path>[^"`{}\s\\]{1,300})\\?["`]""", RegexOptions.NonBacktracking);
    private static readonly Regex Data = new("""\.Data(?:\.data)?(?:\.(?<field>\w+)|\s+\\?["`](?<field>[^"`\\]+)\\?["`])""", RegexOptions.NonBacktracking);
    private static readonly Regex Block = new(@"^-?\s*(?<word>with|range|if|block|define|end)\b", RegexOptions.NonBacktracking);

    /// <summary>The same as a reference.</summary>
    public SecretReference Reference => ReferenceOf.Secret(StoreTypes.Vault, Path, "template") with { Property = Field };

    /// <summary>The secrets of all actions of a text, with the fields that are taken in the blocks that they open.</summary>
    public static IReadOnlyList<VaultTemplate> In(string text)
    {
        var secrets = new List<Named>();
        var open = new Stack<Named?>(); // the secret that a block is about, or that of the block around it
        foreach ((string action, int at) in Actions(text))
        {
            Named? secret = open.TryPeek(out Named? around) ? around : null;
            if (Secret.Match(action).Groups["path"] is { Success: true } path)
            {
                secret = new Named(path.Value, at + path.Index);
                secrets.Add(secret);
            }

            foreach (Group field in Data.Matches(action).Select(match => match.Groups["field"]).Where(field => field.Value is not ("data" or "metadata")))
            {
                secret?.Fields.Add((field.Value, at + field.Index));
            }

            switch (Block.Match(action).Groups["word"].Value)
            {
                case "end":
                    open.TryPop(out Named? _);
                    break;
                case { Length: > 0 }:
                    open.Push(secret);
                    break;
            }
        }

        return [.. secrets.SelectMany(secret => secret.Fields.Count == 0
            ? [new VaultTemplate(secret.Path, null, secret.Start, secret.Path.Length)]
            : secret.Fields.Select(field => new VaultTemplate(secret.Path, field.Name, field.Start, field.Name.Length)))];
    }

    private static IEnumerable<(string Action, int Start)> Actions(string text)
    {
        for (int at = text.IndexOf(Opens, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Opens, at, StringComparison.Ordinal))
        {
            at += Opens.Length;
            int end = text.IndexOf(Closes, at, StringComparison.Ordinal) is var close and >= 0 ? close : text.Length;
            yield return (text[at..end], at);
            at = end;
        }
    }

    private sealed record Named(string Path, int Start)
    {
        public List<(string Name, int Start)> Fields { get; } = [];
    }
}
