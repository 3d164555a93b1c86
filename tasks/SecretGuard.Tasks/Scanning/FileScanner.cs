using System.Text;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Tasks.Projects;
using SecretGuard.Triage;

namespace SecretGuard.Tasks.Scanning;

/// <summary>Reads and judges one file after the other. Of what a build made only the texts count, and of them what no file shows that was looked at.</summary>
internal sealed class FileScanner(ProjectPolicy policy, LookedAt? lookedAt = null)
{
    private const int Sniffed = 8000; // as Content does

    private const string AdviceToExclude = "Let the build read it, or name it under 'exclude' in secretguard.yml.";

    /// <summary>What is in a file. Whatever hinders it is a remark.</summary>
    public ScannedFile Scan(FileInfo file)
    {
        try
        {
            if (policy.IsExcluded(file.FullName) || (lookedAt is not null && IsBinary(file)))
            {
                return Of(file, []);
            }

            return file.Length > policy.LargestFile
                ? Of(file, [Remark.TooLarge(file.FullName, policy.LargestFile)]) with { IsComplete = false }
                : Of(file, Judge(Read(file, file.Length), file.FullName));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return NotLookedAt(file, error is UnauthorizedAccessException ? "access is denied." : "it cannot be read.", AdviceToExclude);
        }
        catch (Exception error)
        {
            // Only the kind of the fault is told: its message may quote what was read.
            return NotLookedAt(file, $"this task failed on it ({error.GetType().Name}).", "Please report that, and name the file under 'exclude' in secretguard.yml until it is mended.");
        }
    }

    /// <summary>What is in these bytes, whose path may be that of a member of a file.</summary>
    public List<Remark> Judge(byte[] bytes, string path)
    {
        Content content = Content.FromBytes(bytes, bytes.Length, policy.PathOf(path));
        IReadOnlyList<Match> seen = policy.Detector.See(content);
        TriagedContent judged = policy.Triage.Judge(content, policy.Detector.Resolve(seen), seen);
        var remarks = new List<Remark>();
        for (int i = 0; i < judged.Findings.Count; i++)
        {
            if (lookedAt is null || !lookedAt.Shows(Encoding.UTF8.GetString(content.Buffer, judged.Matches[i].Start, judged.Matches[i].Length)))
            {
                remarks.Add(Remark.Of(judged.Findings[i], judged.Matches[i], path));
            }
        }

        remarks.AddRange(lookedAt is null ? judged.Notices.Select(notice => Remark.Of(notice, path)) : []);
        return remarks;
    }

    private static bool IsBinary(FileInfo file)
    {
        byte[] head = Read(file, Sniffed);
        return Content.FromBytes(head, head.Length, "").IsBinary;
    }

    private static byte[] Read(FileInfo file, long limit)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[Math.Min(stream.Length, limit)];
        int read = 0, got;
        while (read < bytes.Length && (got = stream.Read(bytes, read, bytes.Length - read)) > 0)
        {
            read += got;
        }

        return read == bytes.Length ? bytes : bytes.AsSpan(0, read).ToArray();
    }

    private static ScannedFile Of(FileInfo file, IReadOnlyList<Remark> remarks) => new(file.FullName, file.Length, file.LastWriteTimeUtc.Ticks, remarks);

    private static ScannedFile NotLookedAt(FileInfo file, string reason, string advice) => Of(file, [Remark.NotLookedAt(file.FullName, reason, advice)]) with { IsComplete = false };
}
