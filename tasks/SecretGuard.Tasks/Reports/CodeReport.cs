using Microsoft.Build.Framework;

namespace SecretGuard.Tasks.Reports;

/// <summary>
/// What a framework's compiler tells of code, on its way into the report of a project. A compiler that tells errors ends the build of the project, and no target
/// comes after it: then the end of the build itself writes the report.
/// </summary>
internal sealed class CodeReport
{
    /// <summary>What the compiler writes.</summary>
    public required string CompilerLog { get; init; }

    /// <summary>The SARIF file.</summary>
    public required string Report { get; init; }

    /// <summary>The folder that paths are relative to.</summary>
    public required string Root { get; init; }

    /// <summary>Where the parts stand that belong to no framework.</summary>
    public required string Folder { get; init; }

    /// <summary>The part of this framework.</summary>
    public required string Part { get; init; }

    /// <summary>The parts of all frameworks.</summary>
    public required string[] Parts { get; init; }

    /// <summary>Writes it at the end of the build, if nobody does before.</summary>
    public void Await(IBuildEngine4? engine) => engine?.RegisterTaskObject(Part, new EndOfBuild(this), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);

    /// <summary>Writes it now.</summary>
    /// <exception cref="FormatException">The log is no JSON.</exception>
    public void Write(IBuildEngine4? engine)
    {
        engine?.UnregisterTaskObject(Part, RegisteredTaskObjectLifetime.Build);
        Write();
    }

    private void Write()
    {
        if (File.Exists(CompilerLog))
        {
            ReportParts.WriteOne(Folder, Report, Root, Part, Parts, Compilers.CompilerLog.Findings(File.ReadAllText(CompilerLog)));
        }
    }

    /// <summary>MSBuild disposes of it when the build is over.</summary>
    private sealed class EndOfBuild(CodeReport report) : IDisposable
    {
        private readonly DateTime _begun = DateTime.UtcNow;

        public void Dispose()
        {
            try
            {
                if (File.GetLastWriteTimeUtc(report.CompilerLog) >= _begun) // or no compiler has run, and its log is of another build
                {
                    report.Write();
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
            {
                // Nobody listens any more. What the task found in files is in the report, and the build has failed.
            }
        }
    }
}
