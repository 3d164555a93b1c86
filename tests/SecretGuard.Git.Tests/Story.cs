using System.Text;

namespace SecretGuard.Git.Tests;

/// <summary>A history for <c>git fast-import</c>: files that grow and are edited, branches and merges, tags, a path that is no UTF-8, empty and binary files.</summary>
internal static class Story
{
    public static byte[] Tell(int commits, int seed = 1)
    {
        var random = new Random(seed);
        var stream = new MemoryStream();
        var files = Enumerable.Range(0, 6).Select(_ => Lines(random, 120)).ToList();
        for (int i = 1; i <= commits; i++)
        {
            string branch = i % 7 == 3 ? "side" : "main";
            List<string> file = files[random.Next(files.Count)];
            Edit(random, file);
            string message = $"Commit {i}\n\nbecause {random.Next()}\n";
            Write(stream, $"commit refs/heads/{branch}\nmark :{i}\nauthor A <a@example.invalid> {1_600_000_000 + i} +0200\ncommitter C <c@example.invalid> {1_600_000_100 + i} -0330\n");
            Data(stream, Encoding.UTF8.GetBytes(message));
            if (branch == "side" && i == 3)
            {
                Write(stream, "from :2\n");
            }

            if (branch == "main" && i > 4 && i % 7 == 4)
            {
                Write(stream, $"merge :{i - 1}\n");
            }

            Write(stream, $"M 100644 inline src/file{files.IndexOf(file)}.txt\n");
            Data(stream, Encoding.UTF8.GetBytes(string.Join('\n', file)));
            if (i == 1)
            {
                AddSpecialFiles(stream, random);
            }
        }

        Write(stream, "tag v1\nfrom :1\ntagger T <t@example.invalid> 1600000001 +0000\n");
        Data(stream, "First\n\nwith a body\n"u8);
        Write(stream, "reset refs/notes/commits\n\ndone\n");
        return stream.ToArray();
    }

    /// <summary>Text of words, as source has it: compresses well, and deltas of it are small.</summary>
    public static List<string> Lines(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Line(random))];

    public static void Edit(Random random, List<string> lines)
    {
        for (int edits = random.Next(1, 5); edits > 0; edits--)
        {
            int at = random.Next(lines.Count);
            switch (random.Next(4))
            {
                case 0:
                    lines.Insert(at, Line(random));
                    break;
                case 1 when lines.Count > 20:
                    lines.RemoveAt(at);
                    break;
                case 2:
                    lines.AddRange(lines.Skip(at).Take(5).ToList());
                    break;
                default:
                    lines[at] = Line(random);
                    break;
            }
        }
    }

    private static string Line(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(2, 12)).Select(_ => $"w{random.Next(700):x}{(char)('a' + random.Next(26))}"));

    private static void AddSpecialFiles(MemoryStream stream, Random random)
    {
        byte[] noise = new byte[5000];
        random.NextBytes(noise);
        foreach ((byte[] path, byte[] content) in new[] { ("empty"u8.ToArray(), []), ("noise.bin"u8.ToArray(), noise), ([(byte)'c', 0xE9, (byte)'.', (byte)'t'], "latin"u8.ToArray()) })
        {
            Write(stream, "M 100755 inline ");
            stream.Write(path);
            Write(stream, "\n");
            Data(stream, content);
        }
    }

    private static void Data(MemoryStream stream, ReadOnlySpan<byte> bytes)
    {
        Write(stream, $"data {bytes.Length}\n");
        stream.Write(bytes);
        Write(stream, "\n");
    }

    private static void Write(MemoryStream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
