using System.Text;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Outputs;

/// <summary>Writes reports and documents to standard output and files. A file is replaced as a whole or left as it was.</summary>
internal static class ReportWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes every report. Where <paramref name="words"/> is given, the command says it in its own words in place of text on standard output.</summary>
    public static void Write(Report report, IReadOnlyList<ReportTarget> targets, Action<TextWriter>? words = null)
    {
        foreach (ReportTarget target in targets)
        {
            WriteTo(target.File, words is not null && target.File is null && target.Reporter is TextReporter ? words : output => target.Reporter.Write(report, output));
        }
    }

    /// <summary>Writes a document in every format that was asked for.</summary>
    public static void Write(Document document, IReadOnlyList<OutputTarget> targets)
    {
        foreach (OutputTarget target in targets)
        {
            WriteTo(target.File, output => document.Write(target.Format, output));
        }
    }

    /// <summary>
    /// Writes a file beside its place and moves it there, so that nobody reads half of it. It has its permissions before it is moved: a hook that
    /// cannot be executed is passed over in silence, also where the program was killed right behind.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its text.</param>
    /// <param name="mode">Its permissions; null for those of the file that is there, or what the system gives a new one. Of no meaning on Windows.</param>
    public static void WriteFile(string path, Action<TextWriter> write, UnixFileMode? mode = null)
    {
        string? temporary = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using FileStream? stream = OpenStream(path);
            if (stream is not null)
            {
                using var output = new StreamWriter(stream, Utf8) { NewLine = "\n" };
                write(output);
                return;
            }

            // A link stays a link: what it leads to is replaced.
            var file = new FileInfo(path);
            string target = file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            temporary = $"{target}.{Environment.ProcessId}.tmp";
            WriteInto(temporary, write);
            if (!OperatingSystem.IsWindows() && (mode ?? (File.Exists(target) ? File.GetUnixFileMode(target) : null)) is { } permissions)
            {
                File.SetUnixFileMode(temporary, permissions);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (temporary is not null && File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            throw new UsageException($"cannot write '{path}': {Reason(error)}");
        }
    }

    private static void WriteTo(string? file, Action<TextWriter> write)
    {
        if (file is not null)
        {
            WriteFile(file, write);
            return;
        }

        try
        {
            using var output = new StreamWriter(StandardOutput.Open(), Utf8) { NewLine = "\n" };
            write(output);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"standard output is closed or cannot be written ({error.Message.TrimEnd('.')}); the report is not complete", error);
        }
    }

    private static void WriteInto(string path, Action<TextWriter> write)
    {
        using var output = new StreamWriter(path, append: false, Utf8) { NewLine = "\n" };
        write(output);
    }

    /// <summary>
    /// Opens what is a device or a pipe, such as <c>/dev/stdout</c>: written into, never replaced; null for a file. Opened once only: who reads a pipe goes
    /// away when it is closed, and nobody would be there when it is opened again.
    /// </summary>
    private static FileStream? OpenStream(string path)
    {
        bool isDevice = path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal) || path.StartsWith(@"\\.\", StringComparison.Ordinal);
        if (!isDevice && new FileInfo(path) is not { Exists: true, Length: 0 })
        {
            return null;
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        if (isDevice || !stream.CanSeek)
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }

    private static string Reason(Exception error) => error switch
    {
        UnauthorizedAccessException => "access is denied",
        DirectoryNotFoundException => "there is no such folder, and it cannot be made",
        _ => error.Message,
    };
}
