using SecretGuard.Inventories;

namespace SecretGuard.Reporting;

/// <summary>
/// What to do when a declared secret has to change at once, step by step, as Markdown made of the declaration. <c>rotate</c> reads such steps back: numbered lists
/// below a heading of the secret's name (CommonMark, 5.2).
/// </summary>
public static class RotationRunbook
{
    /// <summary>The lines of the document.</summary>
    /// <param name="declaration">Where the environments and stores are declared.</param>
    /// <param name="secrets">The secrets, in the order in which they are written.</param>
    public static IReadOnlyList<string> Of(Declaration declaration, IReadOnlyList<DeclaredSecret> secrets) =>
        [.. secrets.SelectMany((secret, at) => (at == 0 ? Array.Empty<string>() : [""]).Concat(Of(declaration, secret)))];

    private static IEnumerable<string> Of(Declaration declaration, DeclaredSecret secret)
    {
        string[] environments = [.. declaration.Environments.Select(environment => environment.Name).Where(secret.IsFor)];
        return
        [
            $"## {(IsPlain(secret.Id) ? secret.Id : MarkdownText.Escape(secret.Id))}",
            "",
            Introduction(secret),
            .. secret.Origin == SecretOrigin.External ? (string[])["", .. Places(declaration, secret, environments), "", .. Steps(declaration, secret, environments)] : [],
        ];
    }

    private static string Introduction(DeclaredSecret secret)
    {
        string[] sentences =
        [
            secret.Description is { Length: > 0 } description ? MarkdownText.Escape(char.ToUpperInvariant(description[0]) + description[1..].TrimEnd('.')) + "." : "",
            secret.Owner is { } owner ? $"Owner: {MarkdownText.Escape(owner)}." : "",
            secret.Rotation is { } rotation ? $"Rotation: {(rotation.Every is { } every ? DeclaredTime.Write(every) : "manual")}{(rotation.Grace > TimeSpan.Zero ? $", grace {DeclaredTime.Write(rotation.Grace)}" : "")}." : "",
            secret.Origin switch
            {
                SecretOrigin.Operator => "An operator of the cluster makes it, and makes it anew where it is deleted: there is nothing to put into a store.",
                SecretOrigin.Helm => "A chart makes it when it is installed: there is nothing to put into a store.",
                SecretOrigin.Generated => "The program that uses it makes it: there is nothing to put into a store.",
                _ => "",
            },
        ];
        string text = string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
        return text.Length > 0 ? text : "Nobody has said yet what it is and who answers for it.";
    }

    private static IEnumerable<string> Places(Declaration declaration, DeclaredSecret secret, string[] environments)
    {
        yield return "| Environment | Store | Name there |";
        yield return "|---|---|---|";
        foreach (string environment in environments.DefaultIfEmpty(""))
        {
            foreach (DeclaredStore store in Stores(declaration, secret).Where(store => environment.Length == 0 || store.Serves(environment)))
            {
                yield return $"| {MarkdownText.Escape(environment)} | {MarkdownText.Escape(store.Name)} ({store.Type}){(secret.Mirrors.Contains(store.Name, StringComparer.Ordinal) ? ", a copy" : "")} | {MarkdownText.Code(store.Prefix + secret.NameIn(store.Name))} |";
            }
        }
    }

    private static IEnumerable<DeclaredStore> Stores(Declaration declaration, DeclaredSecret secret) =>
        declaration.Stores.Where(store => store.Name == secret.Store || (secret.Store is null && declaration.Stores.Count == 1)).Concat(declaration.Stores.Where(store => secret.Mirrors.Contains(store.Name, StringComparer.Ordinal)));

    private static IEnumerable<string> Steps(Declaration declaration, DeclaredSecret secret, string[] environments)
    {
        string id = Word(secret.Id);
        string[] choices = [.. environments.DefaultIfEmpty("").Select(environment => environment.Length == 0 ? "" : $" --env {Word(environment)}")];
        RotationRule? rotation = secret.Rotation;
        bool isOwn = rotation is { Generation: not null } or { Command.Count: > 0 };
        var steps = new List<string[]>
        {
            isOwn ? Step(rotation!.Generation is { } made ? $"Give it a new value: {MarkdownText.Escape(made.Words)}." : "Give it a new value: what is declared for it puts it into its store.", choices.Select(choice => $"secretguard rotate {id}{choice} --apply --record rotation.json"))
                : Step($"Have its issuer make a new value, and put it into its store; it is asked for, and not shown.{By(rotation)}", choices.Select(choice => $"secretguard rotate {id}{choice} --stdin --apply --record rotation.json")),
        };
        string? first = Stores(declaration, secret).FirstOrDefault()?.Name;
        if (secret.Mirrors.Count > 0 && first is not null)
        {
            steps.Add(Step("Bring the copies up to date.", secret.Mirrors.SelectMany(mirror => choices.Select(choice => $"secretguard sync --from {Word(first)} --to {Word(mirror)}{choice} --only {Word(secret.NameIn(first))} --overwrite --apply"))));
        }

        if (secret.Consumers.Count > 0)
        {
            steps.Add(Step($"Restart what reads it when it starts: {MarkdownText.Escape(string.Join(", ", secret.Consumers))}.", []));
        }

        steps.Add(Step("See that it is there, whole, and nowhere a placeholder.", choices.Select(choice => $"secretguard verify{choice} --values")));
        steps.Add(Step(rotation?.Generation?.Previous is { } previous ? $"Revoke the old value: take it out of the field {MarkdownText.Code(previous)} when nobody uses it any more." : "Revoke the old value at its issuer.", []));
        steps.Add(Step("Look where the old value has been, if it has leaked: it stays in the history until that is rewritten.", ["secretguard git", "secretguard verify --leaks"]));
        if (secret.Evidence.Count > 0)
        {
            steps.Add(Step($"Keep what shows it: {string.Join(", ", secret.Evidence.Select(path => MarkdownText.Code(path.Path)))}.", []));
        }

        return steps.SelectMany((step, at) => step.Select((line, number) => number == 0 ? $"{at + 1}. {line}" : line.Length == 0 ? "" : "   " + line)).Reverse().SkipWhile(line => line.Length == 0).Reverse();
    }

    private static string By(RotationRule? rotation) =>
        rotation?.Runbook is { } runbook ? $" {MarkdownText.Code(runbook.Path)} says how." : rotation?.Automation is { } automation ? $" {MarkdownText.Code(automation)} does it." : "";

    private static string[] Step(string text, IEnumerable<string> commands)
    {
        string[] all = [.. commands];
        return all.Length == 0 ? [text] : [text, "", "```sh", .. all, "```", ""];
    }

    private static bool IsPlain(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':');

    /// <summary>A word of a shell.</summary>
    private static string Word(string text) => IsPlain(text) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
