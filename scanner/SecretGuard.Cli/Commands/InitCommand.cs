using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard init</c>: asks nothing; configuration with salt, a baseline where there is something to accept, and what to do next.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var input = new ScanArguments { WithoutPaths = true };
        var command = new ToolCommand("init", "Set up a repository: configuration, salt, baseline.", "secretguard init");
        input.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            ScanOptions typed = input.Bind(parsed);
            bool isNew = typed.Project.Settings.Salt is null;
            ScanOptions options = BaselineCreateCommand.OfWholeProject(typed);
            string name = Path.GetFileName(options.Project.ConfigurationTarget);
            Console.Out.WriteLine(!isNew ? $"{name} is there already"
                : typed.Project.ConfigurationPath is null ? $"wrote {name}, and {SaltWriter.SchemaPath} for editors"
                : $"added a salt to {name}");
            bool isComplete = WriteBaseline(options, cancellation);
            WriteNextSteps(Console.Out);
            return isComplete ? ExitCodes.Clean : ExitCodes.Incomplete;
        });
        return command;
    }

    private static bool WriteBaseline(ScanOptions options, CancellationToken cancellation)
    {
        string path = options.Project.BaselinePath, name = Path.GetFileName(path);
        if (File.Exists(path))
        {
            Console.Out.WriteLine($"{name} is there already; 'secretguard baseline update' brings it up to date");
            return true;
        }

        ScanOutcome outcome = BaselineCreateCommand.Scan(options, Baseline.Empty, cancellation);
        if (outcome.Report.Findings.Count == 0)
        {
            Console.Out.WriteLine("no secrets found: no baseline is needed");
        }
        else
        {
            var baseline = new Baseline(outcome.Report.Findings.Select(finding => new BaselineEntry(Fingerprint.TryParse(finding.Fingerprint!)!)));
            ReportWriter.WriteFile(path, output => output.Write(BaselineFormat.Write(baseline)));
            Console.Out.WriteLine($"wrote {name}: {BaselineCreateCommand.Entries(baseline.Count)} without a reason; write why each may stay, or remove the secret");
        }

        return outcome.Report.Incomplete.Count == 0;
    }

    private static void WriteNextSteps(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Next:");
        output.WriteLine("  hook    secretguard install-hook");
        output.WriteLine("  build   <Target Name=\"SecretGuard\" BeforeTargets=\"Build\"><Exec Command=\"secretguard scan --format msbuild\" /></Target>");
        output.WriteLine("  CI      secretguard scan --fail-on-unaudited --report sarif=secretguard.sarif");
        output.WriteLine();
        output.WriteLine("The package 'SecretGuard', which will look while the compiler runs, is not published yet: until then the build line goes into a project file or Directory.Build.targets.");
    }
}
