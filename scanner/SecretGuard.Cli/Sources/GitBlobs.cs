using System.Globalization;
using System.Text;
using SecretGuard.Git;

namespace SecretGuard.Cli.Sources;

/// <summary>Reads the contents of a few files that git holds, all from one process, in the repository that is being committed to. Nothing is fetched.</summary>
internal static class GitBlobs
{
    /// <summary>How large objects are, by id; of what is not there, none.</summary>
    public static IReadOnlyDictionary<string, long> Sizes(string folder, IEnumerable<string> ids)
    {
        string[] asked = [.. ids.Distinct(StringComparer.Ordinal)];
        byte[] told = asked.Length == 0 ? [] : GitProcess.RunInHook(folder, Encoding.UTF8.GetBytes(string.Concat(asked.Select(id => id + "\n"))), CancellationToken.None, "cat-file", "--batch-check").Output;

        // <id> <type> <size>, or <id> missing.
        return Encoding.UTF8.GetString(told).Split('\n').Select(line => line.Split(' ')).Where(line => line.Length == 3)
            .ToDictionary(line => line[0], line => long.Parse(line[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>The contents by the names that were asked for; of what is not there, or is no file, none.</summary>
    /// <param name="folder">A folder of the work tree.</param>
    /// <param name="names">Names as git takes them, such as <c>HEAD:./a.txt</c>. One with a line end is left out: git reads a name a line.</param>
    public static IReadOnlyDictionary<string, byte[]> Read(string folder, IEnumerable<string> names)
    {
        var blobs = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        string[] asked = [.. names.Where(name => !name.Contains('\n', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
        if (asked.Length == 0)
        {
            return blobs;
        }

        ReadOnlySpan<byte> rest = GitProcess.RunInHook(folder, Encoding.UTF8.GetBytes(string.Concat(asked.Select(name => name + "\n"))), CancellationToken.None, "cat-file", "--batch").Output;
        foreach (string name in asked)
        {
            int end = rest.IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            // <id> <type> <size>, or <name> missing.
            string[] head = Encoding.UTF8.GetString(rest[..end]).Split(' ');
            rest = rest[(end + 1)..];
            if (head is [_, var type, var size] && int.TryParse(size, CultureInfo.InvariantCulture, out int length) && length < rest.Length)
            {
                if (type == "blob")
                {
                    blobs[name] = rest[..length].ToArray();
                }

                rest = rest[(length + 1)..];
            }
        }

        return blobs;
    }
}
