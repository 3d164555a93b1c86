namespace SecretGuard.Tasks.Caching;

/// <summary>Lets one process after the other pass. A file and no mutex: it works between users and on every system, and ends with its process.</summary>
internal static class Gate
{
    private const int Patience = 60_000;
    private const int Step = 20;

    /// <summary>Waits until nobody else is in; the stream closes the gate again.</summary>
    public static FileStream Pass(string path)
    {
        for (int waited = 0; ; waited += Step)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience && Directory.Exists(Path.GetDirectoryName(path)))
            {
                Thread.Sleep(Step);
            }
        }
    }
}
