using System.Text;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Tasks.Projects;
using SecretGuard.Triage;

namespace SecretGuard.Tasks.Scanning;

/// <summary>Reads and judges one file after the other.</summary>
internal sealed class FileScanner(ProjectPolicy policy)
{
    private const string AdviceToExclude = "Let the build read it, or name it under 'exclude' in secretguard.yml.";

    /// <summary>What is in a file. Whatever hinders it is a remark.</summary>
    public ScannedFile Scan(FileInfo file)
    {
        try
        {
            if (policy.IsExcluded(file.FullName))
            {
                return Of(file, []);
            }

            return file.Length > policy.LargestFile
                ? NotLookedAt(file, $"it is larger than {ByteSize.Format(policy.LargestFile)}.", "Raise 'maxFileSize' in secretguard.yml, or name the file under 'exclude' there.")
                : Of(file, Judge(file));
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

    private List<Remark> Judge(FileInfo file)
    {
        byte[] bytes = Read(file);
        Content content = Content.FromBytes(bytes, bytes.Length, policy.PathOf(file.FullName));
        IReadOnlyList<Match> seen = policy.Detector.See(content);
        TriagedContent judged = policy.Triage.Judge(content, policy.Detector.Resolve(seen), seen);
        var remarks = new List<Remark>();
        for (int i = 0; i < judged.Findings.Count; i++)
        {
            remarks.Add(Remark.Of(judged.Findings[i], judged.Matches[i], file.FullName));
        }

        remarks.AddRange(judged.Notices.Select(notice => Remark.Of(notice, file.FullName)));
        return remarks;
    }

    private static byte[] Read(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[stream.Length];
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
