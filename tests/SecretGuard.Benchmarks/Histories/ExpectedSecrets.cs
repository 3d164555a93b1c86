using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;

namespace SecretGuard.Benchmarks.Histories;

/// <summary>What a scan must tell of a random history, found the long way: every version of every file is looked at whole.</summary>
internal sealed class ExpectedSecrets(Detector detector)
{
    private readonly Dictionary<(string Text, string Path), (string Rule, string Value)[]> _looked = [];

    /// <summary>One line a secret, sorted: the rule, first and last commit, whether the head has it, versions and paths.</summary>
    public List<string> Tell(RandomHistory history)
    {
        var secrets = new Dictionary<(string Rule, string Value), Held>();
        foreach (MadeCommit commit in history.Commits)
        {
            foreach ((string path, string text) in commit.Files)
            {
                foreach ((string, string) secret in Look(text, path))
                {
                    if (!secrets.TryGetValue(secret, out Held? held))
                    {
                        secrets[secret] = held = new Held();
                    }

                    held.Versions.Add(text);
                }
            }
        }

        // Who holds a version holds it under whatever name.
        foreach (MadeCommit commit in history.Commits)
        {
            foreach ((string path, string text) in commit.Files)
            {
                foreach (Held held in secrets.Values.Where(held => held.Versions.Contains(text)))
                {
                    held.Commits.Add(commit.Mark);
                    held.Paths.Add(path);
                }
            }
        }

        return [.. secrets.Select(pair => Line(pair.Key.Rule, pair.Value, history.Head.Mark)).Order(StringComparer.Ordinal)];
    }

    /// <summary>A line of what is told.</summary>
    public static string Line(string rule, int first, int last, bool inHead, int versions, IEnumerable<string> paths) =>
        $"{rule} :{first} :{last} {(inHead ? "in head" : "gone")} {versions} {string.Join(' ', paths)}";

    /// <summary>Where the head has it, that is the last commit: there it can be mended.</summary>
    private static string Line(string rule, Held held, int head)
    {
        bool inHead = held.Commits.Contains(head);
        return Line(rule, held.Commits.Min, inHead ? head : held.Commits.Max, inHead, held.Versions.Count, held.Paths);
    }

    private (string, string)[] Look(string text, string path)
    {
        if (!_looked.TryGetValue((text, path), out (string, string)[]? found))
        {
            byte[] bytes = Encoding.Latin1.GetBytes(text);
            Content content = Content.FromBytes(bytes, bytes.Length, path);
            found = [.. detector.Detect(content).Where(match => match.Confidence >= Confidence.Medium)
                .Select(match => (match.Rule.Slug, Encoding.Latin1.GetString(content.Buffer, match.Start, match.Length)))];
            _looked[(text, path)] = found;
        }

        return found;
    }

    private sealed class Held
    {
        public HashSet<string> Versions { get; } = new(StringComparer.Ordinal);

        public SortedSet<int> Commits { get; } = [];

        public SortedSet<string> Paths { get; } = new(StringComparer.Ordinal);
    }
}
