using SecretGuard.TestKit;

namespace SecretGuard.Benchmarks.Builds;

/// <summary>
/// A temporary folder with projects that take the package from a folder of packages. They unpack it below: NuGet never looks again at a version that it has unpacked.
/// </summary>
internal sealed class Workspace : IDisposable
{
    /// <param name="packages">Where <c>dotnet pack tasks/SecretGuard.Tasks -c Release --output …</c> has put the package.</param>
    public Workspace(string packages)
    {
        string name = Path.GetFileNameWithoutExtension(Directory.GetFiles(packages, "SecretGuard.?.*.nupkg").Single());
        Reference = $"""<PackageReference Include="SecretGuard" Version="{name["SecretGuard.".Length..]}" PrivateAssets="all" />""";
        Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="packed" value="{Path.GetFullPath(packages)}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Full("packages")}" /></config>
            </configuration>
            """);
    }

    /// <summary>The folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("secretguard-builds-").FullName;

    /// <summary>The reference to the package.</summary>
    public string Reference { get; }

    /// <summary>The framework of all projects.</summary>
    public static string Framework { get; } = $"net{Environment.Version.Major}.0";

    /// <summary>A path below the folder as a full one.</summary>
    public string Full(string path) => Path.Combine(Root, path);

    /// <summary>Writes a file below the folder.</summary>
    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }

    /// <summary>Runs the SDK in the folder, and gives what it printed; an exception where it fails.</summary>
    public string Dotnet(params string[] arguments) => Tool.Dotnet(Root, arguments).MustSucceed().Output;

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A compiler server may hold an analyzer: left to the system's cleaning.
        }
    }
}
