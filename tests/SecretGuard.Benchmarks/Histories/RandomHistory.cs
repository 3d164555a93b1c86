using System.Globalization;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.TestKit;

namespace SecretGuard.Benchmarks.Histories;

/// <summary>
/// A small history that nobody would write: branches, merges that change something themselves, renames, copies, files that come back, lines from real sources,
/// and secrets that are planted, moved, cut and removed. It remembers every commit's files, so that what a scan tells can be checked.
/// </summary>
internal sealed class RandomHistory
{
    private const int FirstSecond = 1_500_000_000;
    private const int LongestFile = 400;

    private static readonly string[] Secrets =
    [
        "GITHUB_TOKEN=‹pat›", "password = \"‹pw›\"", "\"ConnectionString\": \"Server=db;User Id=orders;Password=‹pw›\"", "Authorization: Basic ‹basic›",
        "url = https://deploy:‹pw›@db.corp.net/orders", "token: ‹jwt›", "apiKey: '‹tok›'", "<add key=\"DbPassword\" value=\"‹pw›\" />",
    ];

    /// <summary>Where files are moved to: the places say different things of what is in them.</summary>
    private static readonly string[] Folders = ["moved", "src/main", "tests", "locales"];

    private readonly Random _random;
    private readonly IReadOnlyList<Content> _sources;
    private readonly List<string[]> _planted = [];
    private readonly List<MadeCommit> _commits = [];
    private readonly Dictionary<string, MadeCommit> _tips = new(StringComparer.Ordinal);

    public RandomHistory(IReadOnlyList<Content> sources, Random random)
    {
        (_sources, _random) = (sources, random);
        _commits.Add(new MadeCommit(1, new(StringComparer.Ordinal), [], "main"));
        _tips["main"] = _commits[0];
    }

    /// <summary>All commits; the n-th has the mark n + 1, and is younger than those before.</summary>
    public IReadOnlyList<MadeCommit> Commits => _commits;

    /// <summary>The youngest commit of the branch that is checked out.</summary>
    public MadeCommit Head => _tips["main"];

    /// <summary>The branches beside it.</summary>
    public IEnumerable<string> Others => _tips.Keys.Where(branch => branch != "main");

    /// <summary>Goes on for some commits; gives them as a stream for <c>git fast-import</c> which has the marks of those before.</summary>
    public byte[] Go(int count)
    {
        int told = _commits.Count == 1 ? 0 : _commits.Count;
        for (int i = 0; i < count; i++)
        {
            string branch = _tips.Keys.ElementAt(_random.Next(_tips.Count));
            MadeCommit tip = _tips[branch], other = _tips.Values.ElementAt(_random.Next(_tips.Count));
            bool merges = other != tip && _random.Next(4) == 0;
            if (!merges && _tips.Count < 4 && _random.Next(8) == 0)
            {
                branch = $"side{_tips.Count}";
            }

            Dictionary<string, string> files = new(tip.Files, StringComparer.Ordinal);
            foreach ((string path, string text) in merges ? other.Files.Where(_ => _random.Next(2) == 0) : [])
            {
                files[path] = text;
            }

            for (int change = _random.Next(merges ? 2 : 1, 4); change > 0; change--)
            {
                Change(files);
            }

            var commit = new MadeCommit(_commits.Count + 1, files, merges ? [tip.Mark, other.Mark] : [tip.Mark], branch);
            _commits.Add(commit);
            _tips[branch] = commit;
        }

        var stream = new MemoryStream();
        foreach (MadeCommit commit in _commits.Skip(told))
        {
            Write(stream, commit);
        }

        stream.Write("done\n"u8);
        return stream.ToArray();
    }

    private void Change(Dictionary<string, string> files)
    {
        string[] paths = [.. files.Keys.Order(StringComparer.Ordinal)];
        string? path = paths.Length == 0 ? null : paths[_random.Next(paths.Length)];
        switch (path is null ? 0 : _random.Next(12))
        {
            case 0 or 1:
                Content source = _sources[_random.Next(_sources.Count)];
                files[$"d{_random.Next(3)}/f{_random.Next(9)}{Path.GetExtension(source.Path)}"] = string.Join('\n', Some(source, LongestFile));
                break;
            case 2:
                files.Remove(path!);
                break;
            case 3:
                files[$"{Folders[_random.Next(Folders.Length)]}/{_random.Next(9)}{Path.GetExtension(path)}"] = files[path!];
                files.Remove(path!);
                break;
            case 4:
                files[$"copy/{_random.Next(9)}{Path.GetExtension(path)}"] = files[path!];
                break;
            default:
                files[path!] = Edited(files[path!]);
                break;
        }
    }

    private string Edited(string text)
    {
        List<string> lines = [.. text.Split('\n')];
        int at = _random.Next(lines.Count + 1);
        switch (_random.Next(6))
        {
            case 0:
                lines.InsertRange(at, Some(_sources[_random.Next(_sources.Count)], 8));
                break;
            case 1:
                lines.RemoveRange(at, Math.Min(_random.Next(1, 12), lines.Count - at));
                break;
            case 2 when lines.Count > 0:
                // Halves of a line, of a secret perhaps.
                int line = _random.Next(lines.Count), cut = _random.Next(lines[line].Length + 1);
                lines[line] = _random.Next(2) == 0 ? lines[line][..cut] : lines[line].Insert(cut, "\n");
                break;
            case 3 when _planted.Count > 0:
                lines.InsertRange(at, _planted[_random.Next(_planted.Count)]);
                break;
            default:
                _planted.Add(Placeholders.Fill(Secrets[_random.Next(Secrets.Length)], _random).Split('\n'));
                lines.InsertRange(at, _planted[^1]);
                break;
        }

        return string.Join('\n', lines);
    }

    private string[] Some(Content source, int most)
    {
        string[] lines = Encoding.Latin1.GetString(source.Buffer, 0, source.Length).Split('\n');
        int from = _random.Next(lines.Length);
        return lines[from..Math.Min(lines.Length, from + _random.Next(1, most))];
    }

    private static void Write(Stream stream, MadeCommit commit)
    {
        Text(stream, string.Create(CultureInfo.InvariantCulture, $"commit refs/heads/{commit.Branch}\nmark :{commit.Mark}\ncommitter A <a@example.invalid> {FirstSecond + commit.Mark} +0000\n"));
        Data(stream, Encoding.UTF8.GetBytes($"Commit {commit.Mark}\n"));
        for (int i = 0; i < commit.Parents.Length; i++)
        {
            Text(stream, $"{(i == 0 ? "from" : "merge")} :{commit.Parents[i]}\n");
        }

        Text(stream, "deleteall\n");
        foreach ((string path, string text) in commit.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Text(stream, $"M 100644 inline {path}\n");
            Data(stream, Encoding.Latin1.GetBytes(text));
        }
    }

    private static void Text(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private static void Data(Stream stream, byte[] bytes)
    {
        Text(stream, string.Create(CultureInfo.InvariantCulture, $"data {bytes.Length}\n"));
        stream.Write(bytes);
        Text(stream, "\n");
    }
}

/// <summary>A commit of a random history.</summary>
/// <param name="Mark">Its number, from 1.</param>
/// <param name="Files">The text of each path; every character is a byte.</param>
/// <param name="Parents">Marks.</param>
/// <param name="Branch">The branch that it was made on.</param>
internal sealed record MadeCommit(int Mark, Dictionary<string, string> Files, int[] Parents, string Branch);
