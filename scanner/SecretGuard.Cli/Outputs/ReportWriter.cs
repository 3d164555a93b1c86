using System.Text;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Outputs;

/// <summary>Writes a report to standard output and files. A file is replaced as a whole or left as it was.</summary>
internal static class ReportWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(Report report, IReadOnlyList<ReportTarget> targets)
    {
        foreach (ReportTarget target in targets)
        {
            if (target.File is null)
            {
                using var output = new StreamWriter(Console.OpenStandardOutput(), Utf8) { NewLine = "\n" };
                target.Reporter.Write(report, output);
            }
            else
            {
                WriteFile(target.File, output => target.Reporter.Write(report, output));
            }
        }
    }

    /// <summary>Writes a file beside its place and moves it there, so that nobody reads half of it.</summary>
    public static void WriteFile(string path, Action<TextWriter> write)
    {
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var output = new StreamWriter(temporary, append: false, Utf8) { NewLine = "\n" })
            {
                write(output);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new UsageException($"cannot write '{path}': {error.Message}");
        }
    }
}
