using System.Collections;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace SecretGuard.Tasks.Tests;

/// <summary>A temporary folder with a project's files, and MSBuild's part of a build: it runs tasks and keeps what they tell.</summary>
internal sealed class Workshop : IBuildEngine6, IDisposable
{
    private readonly Dictionary<object, object> _held = [];

    public Workshop()
    {
        Folder = Directory.CreateTempSubdirectory("secretguard-task-").FullName;
        Write("App.csproj", "<Project />\n");
    }

    public string Folder { get; }

    public Secrets Secrets { get; } = new();

    /// <summary>What was told: <c>warning appsettings.json:2 SG1002</c>.</summary>
    public List<string> Told { get; } = [];

    /// <summary>The texts of it.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>The properties that tell this build of a project from others.</summary>
    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    public Workshop Write(string path, string text)
    {
        string full = Full(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, Secrets.Fill(text));
        return this;
    }

    public string Full(string path) => Path.Combine(Folder, path);

    public ITaskItem[] Items(params string[] paths) => [.. paths.Select(path => new TaskItem(Full(path)))];

    /// <summary>Runs the task over these files; what was told before is forgotten.</summary>
    public bool Scan(Action<ScanFiles> change, params string[] files)
    {
        Told.Clear();
        Messages.Clear();
        using var task = new ScanFiles { BuildEngine = this, ProjectFile = Full("App.csproj"), Root = Folder, CacheFolder = Full("obj"), BuildFolders = ["obj\\", "bin\\"], AnalyzersRun = true, Files = Items(files) };
        change(task);
        return task.Execute();
    }

    public bool Scan(params string[] files) => Scan(_ => { }, files);

    /// <summary>The build is over: what was kept for its time is given up.</summary>
    public void EndBuild()
    {
        foreach (IDisposable held in _held.Values.OfType<IDisposable>())
        {
            held.Dispose();
        }

        _held.Clear();
    }

    public void Dispose()
    {
        EndBuild();
        Directory.Delete(Folder, recursive: true);
    }

    public void LogErrorEvent(BuildErrorEventArgs e) => Note("error", e.File, e.LineNumber, e.Code, e.Message);

    public void LogWarningEvent(BuildWarningEventArgs e) => Note("warning", e.File, e.LineNumber, e.Code, e.Message);

    public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e.Message ?? "");

    public IReadOnlyDictionary<string, string> GetGlobalProperties() => Properties;

    public void RegisterTaskObject(object key, object obj, RegisteredTaskObjectLifetime lifetime, bool allowEarlyCollection) => _held[key] = obj;

    public object? GetRegisteredTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => _held.GetValueOrDefault(key);

    public object? UnregisterTaskObject(object key, RegisteredTaskObjectLifetime lifetime) => _held.Remove(key, out object? held) ? held : null;

    private void Note(string level, string file, int line, string code, string? message)
    {
        Told.Add($"{level} {Path.GetRelativePath(Folder, file).Replace('\\', '/')}:{line} {code}");
        Messages.Add(message ?? "");
    }

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => Full("App.csproj");

    public bool IsRunningMultipleNodes => false;

    public void LogCustomEvent(CustomBuildEventArgs e)
    {
    }

    public void LogTelemetry(string eventName, IDictionary<string, string> properties)
    {
    }

    public void Yield()
    {
    }

    public void Reacquire()
    {
    }

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => throw new NotSupportedException();

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs, string toolsVersion) => throw new NotSupportedException();

    public bool BuildProjectFilesInParallel(string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IDictionary[] targetOutputsPerProject, string[] toolsVersion, bool useResultsCache, bool unloadProjectsOnCompletion) => throw new NotSupportedException();

    public BuildEngineResult BuildProjectFilesInParallel(string[] projectFileNames, string[] targetNames, IDictionary[] globalProperties, IList<string>[] removeGlobalProperties, string[] toolsVersion, bool returnTargetOutputs) => throw new NotSupportedException();
}
