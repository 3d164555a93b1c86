using System.Collections.Frozen;

namespace SecretGuard.DetectSecrets.Filters;

/// <summary>Which files are not looked into at all: what their names say to be no text.</summary>
internal static class FileKinds
{
    private static readonly FrozenSet<string> Ignored = FrozenSet.ToFrozenSet(
        [
            ".7z", ".bin", ".bmp", ".bz2", ".class", ".css", ".dmg", ".doc", ".eot", ".exe", ".gif", ".gz", ".ico", ".iml", ".ipr", ".iws", ".jar",
            ".jpeg", ".jpg", ".lock", ".map", ".mo", ".pdf", ".png", ".prefs", ".psd", ".rar", ".realm", ".s7z", ".sum", ".svg", ".tar", ".tif",
            ".tiff", ".ttf", ".webp", ".woff", ".xls", ".xlsx", ".zip",
        ],
        StringComparer.Ordinal);

    public static bool IsIgnored(string path) => Ignored.Contains(Path.GetExtension(path));
}
