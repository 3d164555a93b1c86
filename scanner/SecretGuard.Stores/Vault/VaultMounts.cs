using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Vault;

/// <summary>Finds out which engine a name lies in, and the version of one for keys and values: version 1 answers a question in the words of version 2 as if the secret were missing.</summary>
internal sealed class VaultMounts(VaultSettings settings, VaultSession session) : IDisposable
{
    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile VaultMount[] _known = [];

    /// <summary>The mount of a name, where it was found before or needs no question.</summary>
    public VaultMount? Known(string name)
    {
        string given = VaultPath.Trimmed(settings.Mount);
        return given.Length > 0 && settings.EngineVersion is { } version
            ? new VaultMount(given, version)
            : _known.FirstOrDefault(mount => given.Length > 0 ? mount.Path == given : VaultPath.Within(mount.Path, name) is not null);
    }

    /// <summary>Nothing is kept there that could be listed, read or written.</summary>
    public static StoreProblem NoValues(VaultMount mount) => new(Verdict.Misconfigured, $"what is mounted at '{mount.Path}' is of type '{mount.Type}' and keeps no secrets by name", "name a key-value engine");

    /// <summary>The mount, and the folder in it, that an address lists; null where no mount is known that it is of.</summary>
    public (VaultMount Mount, string Folder)? Listed(string address)
    {
        IEnumerable<VaultMount> mounts = Known(VaultPath.Trimmed(settings.Mount)) is { } given ? [given] : _known;
        return mounts.Select(mount => (Mount: mount, Folder: mount.FolderOf(address))).Where(pair => pair.Folder is not null).Select(pair => ((VaultMount, string)?)(pair.Mount, pair.Folder!)).FirstOrDefault();
    }

    /// <summary>The mount of a name, or why it cannot be told.</summary>
    public async Task<(VaultMount? Mount, StoreProblem? Problem)> FindAsync(string name, CancellationToken cancellation)
    {
        if (Known(name) is { } known)
        {
            return (known, null);
        }

        // One question for all that wait for the same mount.
        await _asking.WaitAsync(cancellation);
        try
        {
            string given = VaultPath.Trimmed(settings.Mount);
            return Known(name) is { } found ? (found, null) : await AskAsync(given.Length > 0 ? given : name, cancellation);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>The engine that makes what is there, of a path that begins with a mount, whichever one was given; null where none is known to.</summary>
    public async Task<VaultMount?> MakerOfAsync(string path, CancellationToken cancellation)
    {
        await _asking.WaitAsync(cancellation);
        try
        {
            VaultMount? mount = Array.Find(_known, mount => !mount.KeepsValues && VaultPath.Within(mount.Path, path) is not null) ?? (await AskAsync(path, cancellation)).Mount;
            return mount is { KeepsValues: false } ? mount : null;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _asking.Dispose();

    private async Task<(VaultMount? Mount, StoreProblem? Problem)> AskAsync(string path, CancellationToken cancellation)
    {
        using StoreReply reply = await session.GetAsync($"sys/internal/ui/mounts/{VaultPath.Escaped(path)}", cancellation);
        if (!reply.IsSuccess)
        {
            StoreProblem problem = await session.ProblemAsync(reply, cancellation);
            return (null, problem.Verdict == Verdict.Forbidden
                ? problem with { Cause = $"nothing is mounted at '{path}', or no policy of the token reaches into it", Advice = "correct the mount, or add what 'verify --permissions' prints to a policy of the token" }
                : problem);
        }

        string? mounted = reply.Json.At("data", "path").Text();
        string? type = reply.Json.At("data", "type").Text();
        if (mounted is null || type is null)
        {
            return (null, new StoreProblem(Verdict.Misconfigured, $"{session.Host} does not answer like a Vault", "see whether the address is that of the store"));
        }

        var mount = new VaultMount(VaultPath.Trimmed(mounted), 1) { Type = type };
        if (!mount.KeepsValues && !VaultObject.IsOf(type))
        {
            return (null, NoValues(mount));
        }

        mount = mount.KeepsValues ? mount with { Version = settings.EngineVersion ?? (reply.Json.At("data", "options", "version").Text() == "2" ? 2 : 1) } : mount;
        _known = [.. _known.Where(known => known.Path != mount.Path), mount];
        return (mount, null);
    }
}
