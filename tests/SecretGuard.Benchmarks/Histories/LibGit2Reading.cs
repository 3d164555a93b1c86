using LibGit2Sharp;

namespace SecretGuard.Benchmarks.Histories;

/// <summary>Reads every object through LibGit2Sharp and looks at nothing: what a scanner that was built on it would take besides its scanning.</summary>
internal static class LibGit2Reading
{
    public static int Run(string repository)
    {
        byte[] buffer = new byte[1 << 16];
        long objects = 0, bytes = 0;
        using var opened = new Repository(repository);
        foreach (GitObject one in opened.ObjectDatabase)
        {
            objects++;
            if (one is Blob blob)
            {
                using Stream content = blob.GetContentStream();
                for (int read; (read = content.Read(buffer)) > 0;)
                {
                    bytes += read;
                }
            }
        }

        Console.WriteLine($"{objects} objects, {bytes} bytes of files");
        return 0;
    }
}
