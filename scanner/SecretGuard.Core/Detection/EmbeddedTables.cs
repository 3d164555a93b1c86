namespace SecretGuard.Detection;

/// <summary>Texts that are made of the catalogue beforehand and lie in the program.</summary>
internal static class EmbeddedTables
{
    /// <summary>The bytes of one.</summary>
    public static byte[] Read(string name)
    {
        using Stream stream = typeof(EmbeddedTables).Assembly.GetManifestResourceStream(name)!;
        byte[] text = new byte[stream.Length];
        for (int read = 0, more; (more = stream.Read(text, read, text.Length - read)) > 0; read += more)
        {
        }

        return text;
    }
}
