using System.Text;
using SecretGuard.Detection;
using SecretGuard.Rules;
using SecretGuard.TestKit;

namespace SecretGuard.Core.Tests.Detection;

/// <summary>What is found around changes, together with what was found before them, is what a look at the whole text finds.</summary>
public sealed class ChangesTests
{
    private static readonly Detector Detector = new(Catalogue.Default);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly (string Path, string[] Lines)[] Kinds =
    [
        ("a.cs", ["// ordinary code", "var total = Sum(items, 17);", "client.Password = \"‹pw›\";", "string token = \"‹tok›\";", "var x = Load(\n    \"api-key\",\n    \"‹tok›\");", "if (ready) { Run(); }", "/* ‹pat› */"]),
        ("far.cs", ["// ordinary code", "var total = Sum(items, 17);", Long("static string PasswordOf(string stage) => stage switch", "    \"stage-{0}\" => \"‹pw›\","), Long("string[] passwords = new[]", "    \"‹pw›\","), Long("var users = new Dictionary<string, string>", "    [\"user{0}\"] = \"‹pw›\","), "if (ready) { Run(); }"]),
        ("a.py", ["def run(count):", "    total = count + 1", "password = '‹pw›'", "headers = {\n    'X-Api-Key':\n        '‹tok›'}", "    return total", "url = 'https://me:‹pw›@db.corp.net/x'"]),
        ("a.yaml", ["service:", "  image: web:1.2", "  replicas: 3", "  password: ‹pw›", "apiVersion: v1\nkind: Secret\ndata:\n  key: ‹tok›", "  # nothing", "auth:\n  - user: me\n    secret: ‹tok›"]),
        ("a.json", ["\"name\": \"web\",", "\"password\": \"‹pw›\",", "\"list\": [1, 2, 3],", "\"connection\": \"Server=db;User Id=me;Password=‹pw›\","]),
        ("a.env", ["# settings", "NAME=web", "DB_PASSWORD=‹pw›", "GITHUB_TOKEN=‹pat›", "SIZE=12"]),
        ("notes.txt", ["The deployment runs at night.", "Use token ‹pat› for it.", "It takes ten minutes or so.", "login: root / ‹pw›"]),
    ];

    public static TheoryData<string> Paths => [.. Kinds.Select(kind => kind.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void SeeChanges_AddsWhatTheBaseDidNotShow(string path)
    {
        string[] kinds = Kinds.Single(kind => kind.Path == path).Lines;
        for (int seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            string[] lines = [.. Enumerable.Range(0, random.Next(20, 900)).Select(i => Placeholders.Fill(kinds[random.Next(100) < 85 ? 0 : random.Next(kinds.Length)], random))];
            string before = string.Join('\n', lines);
            (string after, TextRange[] changes, (int From, int To, int Length)[] copies) = Edit(before, kinds, random);
            Match[] old = Found(Detector.See(Content.FromText(before, path), Stop));
            Match[] whole = Found(Detector.See(Content.FromText(after, path), Stop));
            Match[] seen = Found(Detector.SeeChanges(Content.FromText(after, path), changes, stop: Stop));
            SeenByPlaces(before, after, path, changes, copies).ShouldBe(seen, $"seed {seed}");
            var known = old.SelectMany(match => copies.Where(copy => match.Start >= copy.From && match.End <= copy.From + copy.Length).Select(copy => (match.Rule.Slug, match.Start - copy.From + copy.To, match.Length)));
            HashSet<(string, int, int)> together = [.. known, .. Places(seen)];
            Places(whole).Where(match => !together.Contains(match)).ShouldBeEmpty($"seed {seed}");
            Places(seen).ShouldBeSubsetOf(Places(whole), $"seed {seed}");
        }
    }

    /// <summary>What is seen where the places of the text before are known.</summary>
    private static Match[] SeenByPlaces(string before, string after, string path, TextRange[] changes, (int From, int To, int Length)[] copies)
    {
        (GramPlaces old, GramPlaces carried, GramPlaces found) = (new(), new(), new());
        Detector.FindPlaces(Content.FromText(before, path), old);
        Content text = Content.FromText(after, path);
        Detector.FindPlaces(text, old, [.. copies.Select(copy => new CopiedRange(copy.From, copy.To, copy.Length))], carried);
        Detector.FindPlaces(text, found);
        PlacesOf(carried).ShouldBe(PlacesOf(found));
        Found(Detector.See(text, found, Stop)).ShouldBe(Found(Detector.See(text, Stop)));
        return Found(Detector.SeeChanges(text, changes, carried, Stop));
    }

    private static int[] PlacesOf(GramPlaces places) => [.. Enumerable.Range(0, places.Count).Select(number => places[number])];

    [Fact]
    public void KeyChangedFarBehindItsBegin_IsSeen()
    {
        string body = Placeholders.Fill(string.Concat(Enumerable.Repeat("‹b64›‹b64›\n", 60)), new Random(3));
        string text = $"{new string('\n', 3000)}-----BEGIN RSA PRIVATE KEY-----\n{body}-----END RSA PRIVATE KEY-----\n";
        Match[] whole = Found(Detector.See(Content.FromText(text, "a.txt"), Stop));
        int end = text.IndexOf("-----END", StringComparison.Ordinal);
        Found(Detector.SeeChanges(Content.FromText(text, "a.txt"), [new TextRange(end - 20, end - 5)], stop: Stop)).ShouldBe(whole);
    }

    [Fact]
    public void NoChange_IsNoWork() => Detector.SeeChanges(Content.FromText("password = \"x\"", "a.cs"), [], stop: Stop).ShouldBeEmpty();

    private static (string Rule, int Start, int Length)[] Places(Match[] matches) => [.. matches.Select(match => (match.Rule.Slug, match.Start, match.Length))];

    /// <summary>A statement over many lines, of which the first says what the last is.</summary>
    private static string Long(string head, string line) => $"{head}\n{{\n{string.Concat(Enumerable.Range(0, 14).Select(i => line.Replace("{0}", $"{i}") + "\n"))}}};";

    private static Match[] Found(IReadOnlyList<Match> seen) => [.. Detector.Resolve(seen).Where(match => match.Confidence >= Findings.Confidence.Medium)];

    /// <summary>Takes out, replaces and puts in a few pieces: of lines, and of any bytes.</summary>
    private static (string After, TextRange[] Changes, (int, int, int)[] Copies) Edit(string before, string[] kinds, Random random)
    {
        var after = new StringBuilder();
        var changes = new List<TextRange>();
        var copies = new List<(int, int, int)>();
        int at = 0;
        foreach (int cut in Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(before.Length)).Order())
        {
            if (cut < at)
            {
                continue;
            }

            copies.Add((at, after.Length, cut - at));
            after.Append(before, at, cut - at);
            int start = after.Length;
            after.Append(random.Next(3) == 0 ? "" : $"\n{Placeholders.Fill(kinds[random.Next(kinds.Length)], random)}\n");
            changes.Add(new TextRange(start, after.Length));
            at = cut + random.Next(Math.Min(200, before.Length - cut));
        }

        copies.Add((at, after.Length, before.Length - at));
        after.Append(before, at, before.Length - at);
        return (after.ToString(), [.. changes], [.. copies]);
    }
}
