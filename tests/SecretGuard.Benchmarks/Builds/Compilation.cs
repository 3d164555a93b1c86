using System.Globalization;

namespace SecretGuard.Benchmarks.Builds;

/// <summary>
/// What the analyzers add to the CPU time of a compiler that runs the SDK's default analyzers anyway, beside what SonarAnalyzer's rules for secrets add, in turn over
/// the same code; and what the compiler says that each of them takes where all run in one compilation.
/// </summary>
internal static class Compilation
{
    private const int Rounds = 3;
    private const int LeastLines = 200_000;
    private static readonly string[] SonarRules = ["S2068", "S6418"];

    /// <param name="packages">Where the package was packed.</param>
    /// <param name="folder">C# that compiles without a package, as one project.</param>
    public static int Run(string packages, string folder)
    {
        using var workspace = new Workspace(packages);
        (int files, int lines, int copies) = SourceCopies.Make(folder, workspace.Full("sources"), LeastLines);
        Console.WriteLine($"{lines} lines in {files} files, {copies} copies");
        workspace.Write("Directory.Build.props", Properties(workspace));
        string sonar = Sonar(workspace);
        CompilerCall[] calls =
        [
            CompilerCall.Of(workspace, "SDK's default analyzers", "plain", ""),
            CompilerCall.Of(workspace, "and SecretGuard", "guarded", $"<ItemGroup>{workspace.Reference}</ItemGroup>"),
            CompilerCall.Of(workspace, "and SonarAnalyzer's " + string.Join(" and ", SonarRules), "sonar", $"<ItemGroup>{sonar}</ItemGroup>"),
            CompilerCall.Of(workspace, "no analyzer at all", "bare", "<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>"),
        ];
        PrintTimes(workspace, CompilerCall.Of(workspace, "all", "all", $"<ItemGroup>{workspace.Reference}{sonar}</ItemGroup>"));
        PrintCpu(calls);
        return 0;
    }

    private static void PrintCpu(CompilerCall[] calls)
    {
        List<ChildProcess>[] runs = ChildProcess.RunInTurn(Rounds, [.. calls.Select(call => ("dotnet", call.Arguments))]);
        double median = ChildProcess.Median(runs[0], run => run.Cpu), least = runs[0].Min(run => run.Cpu);
        for (int i = 0; i < calls.Length; i++)
        {
            double cpu = ChildProcess.Median(runs[i], run => run.Cpu), lowest = runs[i].Min(run => run.Cpu);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{calls[i].Name}: median {cpu:F2} CPU s ({cpu / median - 1:+0.0%;-0.0%}), least {lowest:F2} ({lowest / least - 1:+0.0%;-0.0%}); {ChildProcess.Median(runs[i], run => run.Wall):F2} s"));
        }
    }

    private static void PrintTimes(Workspace workspace, CompilerCall call)
    {
        var reports = Enumerable.Range(0, Rounds).Select(_ => AnalyzerTimes.Read(workspace.Dotnet([.. call.Arguments, "-reportanalyzer"]))).ToList();
        double Sum(Func<string, bool> isMeant) => reports.Select(report => report.Where(row => isMeant(row.Key)).Sum(row => row.Value)).Order().ElementAt(Rounds / 2);
        bool IsOurs(string analyzer) => analyzer.StartsWith("SecretGuard.", StringComparison.Ordinal);
        double own = Sum(IsOurs), peer = Sum(analyzer => SonarRules.Any(rule => analyzer.Contains(rule, StringComparison.Ordinal)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in one compilation: SecretGuard {own:F3} s, SonarAnalyzer's {peer:F3} s, {own / peer:P0} of it"));
        foreach (string analyzer in reports[0].Keys.Where(IsOurs))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Sum(name => name == analyzer):F3} s {analyzer}"));
        }
    }

    /// <summary>Code of all times and habits shall compile, and a path shall say neither that it is made nor that it is a test.</summary>
    private static string Properties(Workspace workspace) => $"""
        <Project>
          <PropertyGroup>
            <TargetFramework>{Workspace.Framework}</TargetFramework>
            <BaseIntermediateOutputPath>$(MSBuildProjectDirectory)/obj/</BaseIntermediateOutputPath>
            <EnableDefaultItems>false</EnableDefaultItems>
            <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>annotations</Nullable>
            <LangVersion>latest</LangVersion>
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
            <SecretGuardRoot>{workspace.Root}</SecretGuardRoot>
          </PropertyGroup>
          <ItemGroup><Compile Include="{workspace.Full("sources")}/**/*.cs" /></ItemGroup>
        </Project>
        """;

    /// <summary>SonarAnalyzer with two rules: what it does for hotspots is asked for in a file of its own, and every other rule is turned off by its number.</summary>
    private static string Sonar(Workspace workspace)
    {
        workspace.Write("SonarLint.xml", $"<AnalysisInput><Settings /><Rules>{string.Concat(SonarRules.Select(rule => $"<Rule><Key>{rule}</Key></Rule>"))}</Rules></AnalysisInput>");
        IEnumerable<string> severities = Enumerable.Range(100, 9900).Select(number => $"S{number}").Select(rule => $"dotnet_diagnostic.{rule}.severity = {(SonarRules.Contains(rule) ? "warning" : "none")}");
        workspace.Write("sonar.globalconfig", "is_global = true\n" + string.Join('\n', severities));
        return $"""
            <PackageReference Include="SonarAnalyzer.CSharp" Version="10.36.0.15337" PrivateAssets="all" />
            <AdditionalFiles Include="{workspace.Full("SonarLint.xml")}" />
            <GlobalAnalyzerConfigFiles Include="{workspace.Full("sonar.globalconfig")}" />
            """;
    }
}
