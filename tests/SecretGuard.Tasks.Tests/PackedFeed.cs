using System.Runtime.InteropServices;
using SecretGuard.TestKit;

namespace SecretGuard.Tasks.Tests;

/// <summary>The package, packed under a version of its own into a feed of its own: NuGet never looks again at a version that it has unpacked.</summary>
public sealed class PackedFeed : IDisposable
{
    internal const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    public PackedFeed()
    {
        Feed = Path.Combine(Root, "feed");
        string version = $"-p:PackageVersion={Version}";
        Tool pack = TryPack(Feed, version, $"-p:SecretGuardReadyToRun={RuntimeInformation.RuntimeIdentifier}");
        IsReadyToRun = !pack.All.Contains("error NU1", StringComparison.Ordinal) && !pack.All.Contains("NETSDK1094", StringComparison.Ordinal); // else that compiler cannot be restored here
        (IsReadyToRun ? pack : TryPack(Feed, version)).MustSucceed();

        Package = Directory.GetFiles(Feed, "*.nupkg").ShouldHaveSingleItem();
    }

    /// <summary>A temporary folder; its real path, as builds print it.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("secretguard-tasks-").FullName;

    public string Version { get; } = $"0.0.1-t{Guid.NewGuid():N}";

    /// <summary>The folder of packages.</summary>
    public string Feed { get; }

    /// <summary>The package's file.</summary>
    public string Package { get; }

    /// <summary>Whether builds of this machine find assemblies in it that are compiled ahead of time.</summary>
    public bool IsReadyToRun { get; }

    /// <summary>The folder of the solution.</summary>
    internal static string Repository { get; } = FindRepository();

    /// <summary>Packs what was built with these tests into a folder.</summary>
    public static void Pack(string folder, params string[] options) => TryPack(folder, options).MustSucceed();

    private static Tool TryPack(string folder, params string[] options) =>
        Tool.Dotnet(Repository, ["pack", "tasks/SecretGuard.Tasks", "--no-build", "-c", Configuration, "--output", folder, .. options]);

    /// <summary>Lets builds below a folder take packages from the feed, and unpack them there; from nowhere else unless told so.</summary>
    public void Offer(string folder, bool alone = true) => File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
        <configuration>
          <packageSources>{(alone ? "<clear />" : "")}<add key="feed" value="{Feed}" /></packageSources>
          <config><add key="globalPackagesFolder" value="{Path.Combine(folder, "packages")}" /></config>
        </configuration>
        """);

    /// <summary>The reference to the package.</summary>
    public string Reference => $"""<PackageReference Include="SecretGuard" Version="{Version}" PrivateAssets="all" />""";

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

    private static string FindRepository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SecretGuard.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no solution above the tests");
        }

        return folder;
    }
}
