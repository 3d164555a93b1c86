using System.Text;

namespace SecretGuard.Git.Tests;

/// <summary>What real git reads.</summary>
internal static class Oracle
{
    /// <summary>Every object that git can read, by id.</summary>
    public static Dictionary<string, (string Kind, byte[] Content)> Objects(string repository)
    {
        byte[] list = Sandbox.Try(repository, [], "cat-file", "--batch-all-objects", "--batch-check=%(objectname)").Output;
        string[] ids = [.. Encoding.ASCII.GetString(list).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains(' ', StringComparison.Ordinal))];
        return Read(repository, ids);
    }

    /// <summary>These objects, as far as git can read them: it dies of each that it cannot.</summary>
    public static Dictionary<string, (string Kind, byte[] Content)> Read(string repository, string[] ids)
    {
        var found = new Dictionary<string, (string, byte[])>(StringComparer.Ordinal);
        for (int next = 0; next < ids.Length; next++)
        {
            byte[] input = Encoding.ASCII.GetBytes(string.Join('\n', ids[next..]) + "\n");
            byte[] output = Sandbox.Try(repository, input, "cat-file", "--batch").Output;
            next += Take(output, found);
        }

        return found;
    }

    private static int Take(ReadOnlySpan<byte> output, Dictionary<string, (string, byte[])> found)
    {
        int answers = 0;
        while (output.IndexOf((byte)'\n') is >= 0 and var end)
        {
            string[] header = Encoding.ASCII.GetString(output[..end]).Split(' ');
            output = output[(end + 1)..];
            if (header.Length == 3)
            {
                int length = int.Parse(header[2], System.Globalization.CultureInfo.InvariantCulture);
                if (output.Length <= length)
                {
                    return answers;
                }

                found[header[0]] = (header[1], output[..length].ToArray());
                output = output[(length + 1)..];
            }

            answers++;
        }

        return answers;
    }
}
