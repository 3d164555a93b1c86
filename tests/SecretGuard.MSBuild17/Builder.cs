using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;
using Microsoft.Build.Framework;
using Microsoft.Build.Logging;

namespace SecretGuard.MSBuild17;

/// <summary>Builds one project in this process, as <c>msbuild PROJECT -p:NAME=VALUE …</c> does.</summary>
internal static class Builder
{
    public static bool Build(string project, IDictionary<string, string> properties)
    {
        var logger = new ConsoleLogger(LoggerVerbosity.Detailed) { Parameters = "DisableConsoleColor;NoSummary" };
        using var projects = new ProjectCollection(properties, [logger], ToolsetDefinitionLocations.Default);
        Console.WriteLine($"MSBuild {ProjectCollection.DisplayVersion}");
        BuildResult result = BuildManager.DefaultBuildManager.Build(
            new BuildParameters(projects) { Loggers = [logger], EnableNodeReuse = false, MaxNodeCount = 1 },
            new BuildRequestData(project, properties, null, ["Build"], null));
        return result.OverallResult == BuildResultCode.Success;
    }
}
