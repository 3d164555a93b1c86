using SecretGuard.Tasks.Caching;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks.Reports;

/// <summary>
/// A project's report is made of parts: what the task found in files, and of each framework what its compiler told of code and what the lock says of it. They
/// are kept apart, so that whoever is built again replaces its own part only.
/// </summary>
internal static class ReportParts
{
    private const string Key = "report";
    private const string FilesName = "secretguard.report.files";
    private const string GateName = "secretguard.report.gate";

    /// <summary>The part about files, and the report as far as it is known before a compiler ran.</summary>
    public static void WriteFiles(string folder, string report, string root, IReadOnlyList<Remark> remarks)
    {
        using FileStream gate = Gate.Pass(Path.Combine(folder, GateName));
        Write(Path.Combine(folder, FilesName), remarks);
        SarifFile.Write(report, root, remarks);
    }

    /// <summary>A part of one framework, and the report with all parts there are. What two frameworks tell alike is told once.</summary>
    public static void WriteOne(string folder, string report, string root, string part, IEnumerable<string> parts, IReadOnlyList<Remark> remarks)
    {
        using FileStream gate = Gate.Pass(Path.Combine(folder, GateName));
        Write(part, remarks);
        IEnumerable<Remark> all = parts.Concat([Path.Combine(folder, FilesName), part]).Distinct(Projects.FilePaths.Comparer).SelectMany(Read);
        SarifFile.Write(report, root, [.. all.Distinct().OrderBy(remark => remark.Location.Path, StringComparer.Ordinal).ThenBy(remark => remark.Location.StartLine).ThenBy(remark => remark.Location.StartColumn)]);
    }

    private static void Write(string path, IReadOnlyList<Remark> remarks) =>
        WholeFile.Write(path, string.Concat(CacheFormat.Write(Key, [new ScannedFile(FilesName, 0, 0, remarks)]).Select(line => line + "\n")));

    private static IEnumerable<Remark> Read(string path) =>
        File.Exists(path) && CacheFormat.Read(File.ReadAllLines(path), Key) is { } files ? files.SelectMany(file => file.Remarks) : [];
}
