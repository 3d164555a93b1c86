using Microsoft.Build.Framework;
using SecretGuard.Tasks.Projects;

namespace SecretGuard.Tasks.Caching;

/// <summary>
/// What one build has looked at of a project, so that frameworks that are built side by side, perhaps in processes of their own, tell each file once.
/// A handle that MSBuild closes when the build ends keeps the session open: who finds it closed begins a new one. So does who finds its own name in it, because
/// one build asks each project once; without that a handle that stays open would hide findings.
/// </summary>
internal sealed class BuildSession : IDisposable
{
    private const string Name = "secretguard.session";
    private const string GateName = "secretguard.cache.lock";
    private const string ClaimantMark = "= ";

    private readonly FileStream? _gate;
    private readonly string _path;
    private readonly HashSet<string> _claimed = new(FilePaths.Comparer);
    private readonly List<string> _news = [];

    private BuildSession(FileStream? gate, string path)
    {
        _gate = gate;
        _path = path;
    }

    /// <summary>Whether others can know of it. Where the folder cannot be written to, everything is looked at, and nothing is kept.</summary>
    public bool IsShared => _gate is not null;

    /// <summary>Every file that was claimed in this build.</summary>
    public IEnumerable<string> Claimed => _claimed;

    /// <summary>How many files this task claimed.</summary>
    public int ClaimedHere { get; private set; }

    /// <summary>Names a project as it is built now: another framework or configuration of one build has another name.</summary>
    public static string Claimant(string framework, IBuildEngine6? engine)
    {
        IEnumerable<string> properties = engine?.GetGlobalProperties().OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}") ?? [];
        return Digests.Of([framework, .. properties]);
    }

    /// <summary>Enters the session of the running build. One at a time: the others wait.</summary>
    public static BuildSession Enter(string folder, string claimant, IBuildEngine4? engine)
    {
        string path = Path.Combine(folder, Name);
        try
        {
            Directory.CreateDirectory(folder);
            var session = new BuildSession(Gate.Pass(Path.Combine(folder, GateName)), path);
            session.Join(claimant, engine);
            return session;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new BuildSession(null, path);
        }
    }

    /// <summary>Whether nobody has looked at this file in this build.</summary>
    public bool Claim(string file)
    {
        if (!_claimed.Add(file))
        {
            return false;
        }

        _news.Add(file);
        ClaimedHere++;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_gate is not null)
        {
            using (var stream = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
            using (var writer = new StreamWriter(stream))
            {
                _news.ForEach(writer.WriteLine);
            }

            _gate.Dispose();
        }
    }

    private void Join(string claimant, IBuildEngine4? engine)
    {
        string name = ClaimantMark + claimant;
        string[] lines = IsOpen() ? Lines() : [];
        if (lines.Length == 0 || lines.Contains(name, StringComparer.Ordinal))
        {
            lines = [];
            new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }

        _claimed.UnionWith(lines.Where(line => !line.StartsWith(ClaimantMark, StringComparison.Ordinal)));
        _news.Add(name);
        if (engine is not null && engine.GetRegisteredTaskObject(_path, RegisteredTaskObjectLifetime.Build) is null)
        {
            engine.RegisterTaskObject(_path, Hold(), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        }
    }

    /// <summary>The build closes it when it ends.</summary>
    private FileStream Hold() => new(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Whether somebody holds the session open.</summary>
    private bool IsOpen()
    {
        try
        {
            new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private string[] Lines()
    {
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
    }
}
