namespace SecretGuard.Cli.Sources.Archives;

/// <summary>Takes what an archive holds, in the archive's order.</summary>
internal interface IMemberSink
{
    /// <summary>A member; the buffer belongs to the caller and is used again after this.</summary>
    void Take(string path, byte[] buffer, int length);

    /// <summary>An archive inside the archive, whose members follow.</summary>
    void TakeContainer();

    /// <summary>Something that is not looked at.</summary>
    void Tell(string path, ArchiveProblem problem);
}
