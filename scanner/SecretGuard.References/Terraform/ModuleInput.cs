using SecretGuard.References.Sources;

namespace SecretGuard.References.Terraform;

/// <summary>What gives values to the variables of a folder: a file of values, or a call of the folder as a module.</summary>
/// <param name="Folder">The folder whose variables it gives values to.</param>
/// <param name="Given">The file, or the call.</param>
/// <param name="IsCall">Whether it is a call.</param>
/// <param name="IsRead">Whether Terraform reads it without being told to.</param>
internal sealed record ModuleInput(string Folder, HclBlock Given, bool IsCall, bool IsRead)
{
    /// <summary>What a call of a module says that is no variable of it.</summary>
    private static readonly string[] Words = ["source", "version", "providers", "count", "for_each", "depends_on"];

    /// <summary>The variables that it gives something to.</summary>
    public IEnumerable<string> Variables => Given.Attributes.Keys.Except(IsCall ? Words : [], StringComparer.Ordinal);

    /// <summary>Those of a repository: files of values in their order, then calls.</summary>
    /// <param name="code">Every block, and the folder that it stands in.</param>
    /// <param name="values">Every file of values, and its path.</param>
    public static IEnumerable<ModuleInput> In(IReadOnlyList<(string Folder, HclBlock Block)> code, IEnumerable<(string Path, HclBlock File)> values)
    {
        HashSet<string> folders = [.. code.Select(block => block.Folder)];
        foreach ((string path, HclBlock file) in values)
        {
            string own = path[..Math.Max(0, path.LastIndexOf('/'))], folder = Above(own, folders);
            yield return new ModuleInput(folder, file, false, TerraformDraft.IsReadAlways(path) && folder == own);
        }

        foreach ((string from, HclBlock call) in code.Where(block => block.Block.Type == "module"))
        {
            if (call.TextOf("source") is { } source && source.StartsWith('.') && RepositoryPath.Join(from, source) is { } folder)
            {
                yield return new ModuleInput(folder, call, true, true);
            }
        }
    }

    /// <summary>The folder with code that values are for: their own, or the nearest above; they may stand in one for each environment.</summary>
    private static string Above(string folder, HashSet<string> folders)
    {
        string at = folder;
        while (at.Length > 0 && !folders.Contains(at))
        {
            at = at[..Math.Max(0, at.LastIndexOf('/'))];
        }

        return at;
    }
}
