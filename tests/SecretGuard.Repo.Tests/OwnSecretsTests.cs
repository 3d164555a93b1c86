using System.Diagnostics;
using System.Globalization;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.TestKit;

namespace SecretGuard.Repo.Tests;

/// <summary>The scanner over its own tree and history: no allowlist, no baseline, no inline comment, the default threshold.</summary>
public sealed class OwnSecretsTests
{
    private static readonly Detector Detector = new(Catalogue.Default);

    [Fact]
    public void Tree_HoldsNoSecret()
    {
        var found = new List<string>();
        Parallel.ForEach(Repository.TrackedFiles, path => Examine(File.ReadAllBytes(Repository.Full(path)), path, found));
        found.ShouldBeEmpty("make the value at run time, or from pieces");
    }

    [Fact]
    public void History_HoldsNoSecret()
    {
        Tool shallow = Tool.Run("git", Repository.Root, "rev-parse", "--is-shallow-repository").MustSucceed();
        Assert.SkipWhen(shallow.Output.Trim() == "true", "this clone is shallow: its history is not here");
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in Tool.Run("git", Repository.Root, "rev-list", "--objects", "HEAD").MustSucceed().Output.Split('\n'))
        {
            if (line.IndexOf(' ', StringComparison.Ordinal) is var space and > 0)
            {
                paths[line[..space]] = line[(space + 1)..];
            }
        }

        var found = new List<string>();
        foreach ((string id, byte[] blob) in Blobs(paths.Keys))
        {
            Examine(blob, paths[id], found);
        }

        found.ShouldBeEmpty("a secret in the history: rewrite what is not yet published, and revoke what is");
    }

    private static void Examine(byte[] bytes, string path, List<string> found)
    {
        var content = Content.FromBytes(bytes, bytes.Length, path);
        foreach (Match match in Detector.Detect(content).Where(match => match.Confidence >= Confidence.Medium))
        {
            int line = content.Buffer.AsSpan(0, Math.Min(match.Start, content.Length)).Count((byte)'\n') + 1;
            lock (found)
            {
                found.Add($"{path}:{line} {match.Rule.Slug}, {match.Length} bytes");
            }
        }
    }

    /// <summary>The contents of those objects that are files, through one git process.</summary>
    private static IEnumerable<(string Id, byte[] Blob)> Blobs(IReadOnlyCollection<string> ids)
    {
        var start = new ProcessStartInfo("git", ["cat-file", "--batch"]) { WorkingDirectory = Repository.Root, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using Process git = Process.Start(start)!;
        var asking = Task.Run(() =>
        {
            foreach (string id in ids)
            {
                git.StandardInput.WriteLine(id);
            }

            git.StandardInput.Close();
        });
        Stream output = git.StandardOutput.BaseStream;
        foreach (string _ in ids)
        {
            string[] header = ReadLine(output).Split(' ');
            byte[] blob = new byte[int.Parse(header[2], CultureInfo.InvariantCulture)];
            output.ReadExactly(blob);
            output.ReadByte();
            if (header[1] == "blob")
            {
                yield return (header[0], blob);
            }
        }

        asking.GetAwaiter().GetResult();
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (int b = stream.ReadByte(); b is not ('\n' or -1); b = stream.ReadByte())
        {
            line.Append((char)b);
        }

        return line.ToString();
    }
}
