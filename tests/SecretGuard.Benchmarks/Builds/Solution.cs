using System.Globalization;

namespace SecretGuard.Benchmarks.Builds;

/// <summary>What the package adds to a build that has nothing to do, in a solution of many small projects and in one of them alone: the same projects with and without it, in turn.</summary>
internal static class Solution
{
    private const int Rounds = 5;
    private const int RoundsAlone = 15; // mostly start-up, so the difference is small beside it
    private const int Classes = 12;
    private static readonly string[] Kinds = ["plain", "guarded"];

    /// <param name="packages">Where the package was packed.</param>
    /// <param name="projects">How many projects the solution has.</param>
    public static int Run(string packages, int projects)
    {
        using var workspace = new Workspace(packages);
        foreach (string kind in Kinds)
        {
            Write(workspace, kind, projects);
            workspace.Write($"{kind}/Directory.Build.props", Properties(kind == "plain" ? "" : workspace.Reference));
            workspace.Dotnet(["build", .. Arguments($"{kind}/All.slnx")]);
        }

        Measure(workspace, $"solution of {projects}", "All.slnx", projects, Rounds);
        Measure(workspace, "one project alone", "P0/P0.csproj", 1, RoundsAlone);
        return 0;
    }

    private static void Measure(Workspace workspace, string name, string built, int projects, int rounds)
    {
        List<ChildProcess>[] runs = ChildProcess.RunInTurn(rounds, [.. Kinds.Select(kind => ("dotnet", (string[])["build", .. Arguments(workspace.Full($"{kind}/{built}"))]))]);
        double Added(Func<List<ChildProcess>, double> figure) => (figure(runs[1]) - figure(runs[0])) / projects * 1000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {name}: median {ChildProcess.Median(runs[0], run => run.Cpu):F2} CPU s without, {ChildProcess.Median(runs[1], run => run.Cpu):F2} with
              added a project: median {Added(of => ChildProcess.Median(of, run => run.Cpu)):F1} CPU ms, {Added(of => ChildProcess.Median(of, run => run.Wall)):F1} ms; between the least {Added(of => of.Min(run => run.Cpu)):F1} CPU ms, {Added(of => of.Min(run => run.Wall)):F1} ms
            """));
    }

    // One node, which ends: the time of a node that outlives the build would be nobody's.
    private static string[] Arguments(string built) => [built, "-v:q", "-nologo", "-m:1", "-nodeReuse:false"];

    private static void Write(Workspace workspace, string kind, int projects)
    {
        workspace.Write($"{kind}/All.slnx", $"<Solution>{string.Concat(Enumerable.Range(0, projects).Select(i => $"<Project Path=\"P{i}/P{i}.csproj\" />"))}</Solution>");
        workspace.Write($"{kind}/.git/HEAD", "ref: refs/heads/main\n"); // a repository, as far as builds look
        workspace.Write($"{kind}/.gitignore", "bin/\nobj/\n");
        for (int i = 0; i < projects; i++)
        {
            string folder = $"{kind}/P{i}";
            IEnumerable<string> references = new[] { i / 2, i / 3 }.Where(other => other < i).Distinct().Select(other => $"""<ProjectReference Include="../P{other}/P{other}.csproj" />""");
            workspace.Write($"{folder}/P{i}.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{string.Concat(references)}</ItemGroup></Project>""");
            for (int j = 0; j < Classes; j++)
            {
                workspace.Write($"{folder}/Services/Service{j}.cs", $$"""
                    namespace P{{i}}.Services;

                    public sealed class Service{{j}}(string address, int port)
                    {
                        public const string Topic = "orders.{{j}}.created";

                        public Uri Endpoint { get; } = new($"https://{address}:{port}/api/{Topic}");

                        public override string ToString() => "service {{j}} at " + Endpoint;
                    }

                    """);
            }

            workspace.Write($"{folder}/appsettings.json", $$"""{ "Logging": { "LogLevel": { "Default": "Information" } }, "Services": { "Address": "p{{i}}.corp.net", "Port": 8443 } }""");
            workspace.Write($"{folder}/appsettings.Development.json", """{ "Logging": { "LogLevel": { "Default": "Debug" } }, "Services": { "Address": "localhost" } }""");
            workspace.Write($"{folder}/Properties/launchSettings.json", $$"""{ "profiles": { "P{{i}}": { "commandName": "Project", "environmentVariables": { "DOTNET_ENVIRONMENT": "Development" } } } }""");
            workspace.Write($"{folder}/README.md", $"# P{i}\n\nTakes orders and hands them on.\n");
        }
    }

    private static string Properties(string reference) => $"""
        <Project>
          <PropertyGroup>
            <TargetFramework>{Workspace.Framework}</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            <Content Include="appsettings*.json" CopyToOutputDirectory="PreserveNewest" />
            {reference}
          </ItemGroup>
        </Project>
        """;
}
