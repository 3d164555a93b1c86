using System.CommandLine;
using SecretGuard.Cli.Linting;
using SecretGuard.Cli.Referring;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Inventories;
using SecretGuard.References.Linting;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What every command takes that reads references.</summary>
internal sealed class ReferenceArguments
{
    private const int MostNamed = 3;

    private readonly ScanArguments _files;
    private readonly Option<string[]> _inventory = new("--inventory") { Description = "Take in what a build wrote down of its code; those in the projects' obj folders are found.", HelpName = "FILE" };

    /// <summary>Takes them.</summary>
    /// <param name="withoutPaths">Whether the command always reads the whole project.</param>
    public ReferenceArguments(bool withoutPaths = false) => _files = new() { Scope = ScanScope.References, WithoutPaths = withoutPaths };

    public void AddTo(Command command)
    {
        _files.AddTo(command);
        command.Options.Add(_inventory);
    }

    /// <summary>Says on standard error what was not read, where no report says it; the exit code of a command that did all else.</summary>
    public static int Tell(IReadOnlyList<Incomplete> incomplete)
    {
        foreach (Incomplete part in incomplete)
        {
            Console.Error.WriteLine($"secretguard: not read: {VisibleText.Of(part.Path)}: {VisibleText.Of(part.Reason)}");
        }

        return incomplete.Count > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    /// <summary>Reads, and says on standard error where the files came from and what was left out.</summary>
    public (IReadOnlyList<InventoryRecord> Records, IReadOnlyList<Incomplete> Incomplete) Read(ParseResult parsed, CancellationToken cancellation)
    {
        (RepositoryReferences references, IReadOnlyList<Incomplete> incomplete) = ReadAll(parsed, Bind(parsed), cancellation);
        return (references.Resolved(), incomplete);
    }

    /// <summary>Which files are read, and what of the project counts.</summary>
    public ScanOptions Bind(ParseResult parsed) => _files.Bind(parsed);

    /// <summary>All that the files of a project say together, and says on standard error what of them was not read.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="options">What of <see cref="Bind"/>.</param>
    /// <param name="exitCode">That of a command that did all else.</param>
    /// <param name="cancellation">Stops it.</param>
    public (RepositoryReferences References, LintRepository Repository) ReadRepository(ParseResult parsed, ScanOptions options, out int exitCode, CancellationToken cancellation)
    {
        (RepositoryReferences references, IReadOnlyList<Incomplete> incomplete) = ReadAll(parsed, options, cancellation, lints: true);
        exitCode = Tell(incomplete);
        return (references, LintRunner.Repository(references, references.Lints!, options.Project.Settings.Declaration));
    }

    /// <summary>The same with the stores that manifests declare, and with what lints find where they are asked.</summary>
    public (RepositoryReferences References, IReadOnlyList<Incomplete> Incomplete) ReadAll(ParseResult parsed, ScanOptions options, CancellationToken cancellation, bool lints = false)
    {
        string[] inventories = parsed.GetValue(_inventory) ?? [];
        foreach (string inventory in inventories)
        {
            if (!File.Exists(inventory))
            {
                throw new UsageException($"--inventory: '{inventory}' does not exist");
            }
        }

        var listing = new FileListing(options.Project.Root, options.Exclude, options.OwnFiles);
        new WorkingTree(listing, cancellation).Add(options.Paths, options.Current, options.AllFiles, null);
        (int left, IReadOnlyList<string> foreign) = options.AllFiles ? (0, []) : listing.LeaveOutForeign([.. options.Paths.Select(path => Path.GetFullPath(path, options.Current))]);
        var reader = new ReferenceReader(listing, options.MaxFileSize, options.Threads, DeclaredSyntaxes.Of(options.Project)) { Lints = lints, Declaration = options.Project.Settings.Declaration };
        RepositoryReferences references = reader.Read(inventories, cancellation);
        foreach (string source in listing.Sources.Distinct(StringComparer.Ordinal))
        {
            Console.Error.WriteLine($"secretguard: {source}");
        }

        if (left > 0)
        {
            Console.Error.WriteLine($"secretguard: {Amount.Of(left, "file")} left out that package managers brought ({VisibleText.Of(string.Join(", ", foreign.Take(MostNamed)))}{(foreign.Count > MostNamed ? $" and {foreign.Count - MostNamed} more" : "")}); '--all-files' reads them");
        }

        if (reader.ProjectsWithoutInventory > 0)
        {
            Console.Error.WriteLine($"secretguard: C# of {Amount.Of(reader.ProjectsWithoutInventory, "project")} read without a compiler; 'dotnet build -p:SecretGuardInventory=true' writes down what one knows of it");
        }

        return (references with { IsWhole = options.IsWhole, Files = RepositoryFiles.Below(options.Project.Root, options.MaxFileSize) }, reader.Incomplete);
    }
}
