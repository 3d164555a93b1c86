using System.Xml.Linq;

namespace SecretGuard.MSBuild17;

/// <summary>The common targets, which no package holds: those of the SDK, without the parameters that its tasks have learned since MSBuild 17.</summary>
internal static class CommonTargets
{
    private static readonly string[] OfEveryTask = ["Condition", "ContinueOnError", "Architecture", "Runtime"];

    private static readonly Dictionary<string, HashSet<string>> Parameters = typeof(Microsoft.Build.Tasks.Copy).Assembly.GetExportedTypes()
        .Where(type => type.GetInterface("ITask") is not null)
        .ToDictionary(type => type.Name, type => type.GetProperties().Select(property => property.Name).Concat(OfEveryTask).ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);

    public static void Fit(string sdk, string folder)
    {
        foreach (string file in Directory.EnumerateFiles(sdk).Where(file => IsBuildFile(file) && !IsOfNuGet(Path.GetFileName(file))).Concat(Inner(sdk, "Current")).Concat(Inner(sdk, "Microsoft")))
        {
            string to = Path.Combine(folder, Path.GetRelativePath(sdk, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (IsBuildFile(file))
            {
                Fit(XDocument.Load(file, LoadOptions.PreserveWhitespace)).Save(to);
            }
            else
            {
                File.Copy(file, to, overwrite: true);
            }
        }
    }

    private static IEnumerable<string> Inner(string sdk, string folder) => Directory.EnumerateFiles(Path.Combine(sdk, folder), "*", SearchOption.AllDirectories);

    private static bool IsBuildFile(string path) => Path.GetExtension(path) is ".targets" or ".props" or ".tasks" or ".overridetasks";

    /// <summary>Its tasks are made for the engine that comes with them, and a project with a packages.config asks for none of them.</summary>
    private static bool IsOfNuGet(string name) => name.StartsWith("NuGet.", StringComparison.Ordinal);

    private static XDocument Fit(XDocument file)
    {
        foreach (XElement task in file.Descendants().Where(element => element.Parent?.Name.LocalName == "Target"))
        {
            if (Parameters.TryGetValue(task.Name.LocalName, out HashSet<string>? known))
            {
                task.Attributes().Where(parameter => !known.Contains(parameter.Name.LocalName)).Remove();
            }
        }

        return file;
    }
}
