using System.Text.Json;

namespace SecretGuard.Benchmarks.Builds;

/// <summary>The compiler alone, called as the SDK would call it for a project.</summary>
/// <param name="Name">What is special about the project, for people.</param>
/// <param name="Arguments">What comes after <c>dotnet</c>.</param>
internal sealed record CompilerCall(string Name, string[] Arguments)
{
    /// <summary>Writes the project, restores it, and asks the SDK for the compiler's arguments; nothing is compiled.</summary>
    public static CompilerCall Of(Workspace workspace, string name, string folder, string content)
    {
        string project = Path.Combine(folder, "App.csproj");
        workspace.Write(project, $"""<Project Sdk="Microsoft.NET.Sdk">{content}</Project>""");
        string[] ask = ["-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-getProperty:RoslynTargetsPath", "-getItem:CscCommandLineArgs"];
        using JsonDocument answer = JsonDocument.Parse(workspace.Dotnet(["msbuild", project, "-nologo", "-restore", "-t:Compile", .. ask]));
        string roslyn = answer.RootElement.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!;
        var arguments = answer.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!).ToList();
        string responses = Path.Combine(folder, "csc.rsp");
        workspace.Write(responses, string.Join('\n', arguments.Where(argument => argument != NoConfiguration)));
        return new CompilerCall(name, [Path.Combine(roslyn, "bincore", "csc.dll"), NoConfiguration, "@" + workspace.Full(responses)]);
    }

    private const string NoConfiguration = "/noconfig"; // not allowed within a file of arguments
}
