namespace SecretGuard.Tasks.Reports;

/// <summary>Files that are written as a whole or not at all: nobody reads half of one.</summary>
internal static class WholeFile
{
    /// <summary>Writes it, and makes its folder where there is none.</summary>
    public static void Write(string path, string text)
    {
        string fresh = path + ".new";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(fresh, text);
        File.Delete(path);
        File.Move(fresh, path);
    }
}
