namespace SecretGuard.Cli.Rehearsals;

/// <summary>The package in the build: on a build server a project with a secret must not build.</summary>
internal sealed class BuildLayer : ILayer
{
    private const string Layer = "build";

    private static readonly string[] Projects = [".csproj", ".fsproj", ".vbproj"];

    public IEnumerable<Verdict> Try(Rehearsal rehearsal)
    {
        string[] files = [.. rehearsal.Git("ls-files", "-z").Output.Split('\0')];
        string? holder = files.FirstOrDefault(file => (IsProject(file) || IsShared(file)) && HasPackage(Path.Combine(rehearsal.Clone, file)));
        if (holder is null)
        {
            yield return new Verdict(Layer, LayerState.NotSetUp, "dotnet add package SecretGuard");
            yield break;
        }

        string folder = holder[..(holder.LastIndexOf('/') + 1)];
        string? project = IsProject(holder) ? holder : files.FirstOrDefault(file => IsProject(file) && file.StartsWith(folder, StringComparison.Ordinal));
        if (project is null)
        {
            yield return new Verdict(Layer, LayerState.Unproven, $"{holder} has the package, and no project below it was found");
            yield break;
        }

        string start = rehearsal.Head();
        rehearsal.Write($"{project[..(project.LastIndexOf('/') + 1)]}{Canary.Name}.txt", rehearsal.Canary.Line);
        Performance build = rehearsal.Run("dotnet", ["build", project, "--nologo", "--verbosity", "quiet", "--disable-build-servers"], [("CI", "true"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1")]);
        rehearsal.Reset(start);
        yield return build.Succeeded ? new Verdict(Layer, LayerState.LetsPass, $"{project} builds with a made-up secret, though CI=true says that this is a build server")
            : build.Output.Contains($"{Canary.Name}.txt", StringComparison.Ordinal) ? new Verdict(Layer, LayerState.Blocks, $"the package in {holder}")
            : new Verdict(Layer, LayerState.Unproven, $"{project} does not build at all: {build.LastLine}");
    }

    private static bool IsProject(string file) => Projects.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    /// <summary>What MSBuild reads for many projects at once.</summary>
    private static bool IsShared(string file) => Path.GetFileName(file) is "Directory.Build.props" or "Directory.Build.targets" or "Directory.Packages.props";

    private static bool HasPackage(string path) =>
        File.Exists(path) && File.ReadLines(path).Any(line => line.Contains("PackageReference", StringComparison.Ordinal) && line.Contains("\"SecretGuard\"", StringComparison.OrdinalIgnoreCase));
}
