using SecretGuard.Git;

namespace SecretGuard.Cli.Hooks;

/// <summary>What a push brings, as git tells its hooks (githooks: "pre-push", "pre-receive").</summary>
/// <param name="Count">How many references get something new.</param>
/// <param name="Revisions">What <c>git rev-list</c> is asked for to find what the other side lacks; empty where nothing new is pushed.</param>
internal sealed record PushedReferences(int Count, IReadOnlyList<string> Revisions)
{
    /// <summary>What the framework pre-commit tells in place of standard input: a range, or where everything is pushed only the branch; null where it tells nothing.</summary>
    public static PushedReferences? OfFramework => (Variable("PRE_COMMIT_FROM_REF"), Variable("PRE_COMMIT_TO_REF") ?? Variable("PRE_COMMIT_LOCAL_BRANCH"), Variable("PRE_COMMIT_REMOTE_NAME")) switch
    {
        ({ } from, { } to, { } remote) => new PushedReferences(1, [Checked(to), $"^{Checked(from)}", .. NotOn(remote)]),

        // In CI somebody names a range, and all of it is on a remote already.
        ({ } from, { } to, null) => new PushedReferences(1, [Checked(to), $"^{Checked(from)}"]),
        (null, { } to, { } remote) => new PushedReferences(1, [Checked(to), .. NotOn(remote)]),
        _ => null,
    };

    /// <summary>Reads the lines of pre-push: local reference, its object, remote reference, its object; zeros where one is not there.</summary>
    /// <param name="lines">Standard input.</param>
    /// <param name="remote">The name of the remote; a URL where it has none.</param>
    /// <param name="has">Whether an object is here: what the remote has need not be fetched.</param>
    public static PushedReferences ToRemote(TextReader lines, string? remote, Predicate<ObjectId> has)
    {
        List<(ObjectId Old, ObjectId New)> pushed = Read(lines, "pre-push", old: ^1, @new: ^3, fields: 4);
        return Make(pushed, [.. pushed.Where(change => !change.Old.IsZero && has(change.Old)).Select(change => $"^{change.Old}"), .. NotOn(remote)]);
    }

    /// <summary>Reads the lines of pre-receive: the object before, the object behind, the reference.</summary>
    public static PushedReferences ToHere(TextReader lines) => Make(Read(lines, "pre-receive", old: 0, @new: 1, fields: 3), ["--not", "--all"]);

    private static PushedReferences Make(List<(ObjectId Old, ObjectId New)> pushed, string[] without)
    {
        string[] news = [.. pushed.Where(change => !change.New.IsZero).Select(change => change.New.ToString())];
        return new PushedReferences(news.Length, news.Length == 0 ? [] : [.. news, .. without]);
    }

    private static List<(ObjectId Old, ObjectId New)> Read(TextReader lines, string hook, Index old, Index @new, int fields)
    {
        var pushed = new List<(ObjectId, ObjectId)>();
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            // What is pushed may be written with blanks, as in 'HEAD@{1 day ago}'.
            string[] parts = line.Split(' ');
            pushed.Add(parts.Length >= fields && ObjectId.TryParse(parts[old], out ObjectId before) && ObjectId.TryParse(parts[@new], out ObjectId after) ? (before, after)
                : throw new UsageException($"--stage {hook}: standard input has a line that is not what git gives to this hook"));
        }

        return pushed;
    }

    private static string[] NotOn(string? remote) => string.IsNullOrEmpty(remote) ? ["--not", "--remotes"] : ["--not", $"--remotes={remote}"];

    private static string Checked(string revision) => revision[0] == '-' ? throw new UsageException($"'{revision}' is no revision") : revision;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
