using SecretGuard.Git.Reading;

namespace SecretGuard.Git.History;

/// <summary>References as files and in one file (gitrepository-layout: "refs", "packed-refs"; gitglossary: "pseudoref").</summary>
internal sealed class ReferenceFiles(RepositoryLayout layout)
{
    /// <summary>git follows symbolic references so far.</summary>
    private const int MostSteps = 5;

    private const string Symbolic = "ref:";

    private static readonly string[] Pseudo = ["HEAD", "ORIG_HEAD", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD", "BISECT_HEAD", "AUTO_MERGE"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<ReferenceProblem> _problems = [];

    public References Read()
    {
        ReadPacked(Path.Combine(layout.CommonDirectory, "packed-refs"));
        ReadLoose(layout.CommonDirectory, "refs", "");
        ReadHeads(layout.GitDirectory, "");
        if (layout.GitDirectory != layout.CommonDirectory)
        {
            // What belongs to one work tree is asked for in its own folder first.
            ReadLoose(layout.GitDirectory, "refs", "");
            ReadHeads(layout.CommonDirectory, "main-worktree/");
        }

        var others = new DirectoryInfo(Path.Combine(layout.CommonDirectory, "worktrees"));
        foreach (string folder in others.Exists ? Directory.GetDirectories(others.FullName) : [])
        {
            if (folder != layout.GitDirectory)
            {
                string prefix = $"worktrees/{Path.GetFileName(folder)}/";
                ReadHeads(folder, prefix);
                ReadLoose(folder, "refs", prefix);
            }
        }

        List<Reference> all = [.. _values.Keys.Order(StringComparer.Ordinal).Select(Resolve).OfType<Reference>()];
        return new References(all.Find(reference => reference.Name == "HEAD"), all, _problems);
    }

    private void ReadHeads(string folder, string prefix)
    {
        foreach (string name in Pseudo)
        {
            ReadFile(Path.Combine(folder, name), prefix + name);
        }
    }

    private void ReadLoose(string root, string folder, string prefix)
    {
        string full = Path.Combine(root, folder);
        if (!Directory.Exists(full))
        {
            return;
        }

        foreach (string path in Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
            if (!name.EndsWith(".lock", StringComparison.Ordinal))
            {
                ReadFile(path, prefix + name);
            }
        }
    }

    private void ReadFile(string path, string name)
    {
        try
        {
            // An old HEAD may be a link to its branch.
            if (name == "HEAD" && new FileInfo(path).LinkTarget is { } target && target.StartsWith("refs/", StringComparison.Ordinal))
            {
                _values[name] = Symbolic + target;
            }
            else if (File.Exists(path))
            {
                _values[name] = SmallText.Read(path).TrimEnd();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new ReferenceProblem(name, "it cannot be read"));
        }
    }

    private void ReadPacked(string path)
    {
        try
        {
            foreach (string line in File.Exists(path) ? File.ReadLines(path) : [])
            {
                int space = line.IndexOf(' ', StringComparison.Ordinal);
                if (space > 0 && line[0] is not ('#' or '^'))
                {
                    _values[line[(space + 1)..]] = line[..space];
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new ReferenceProblem("packed-refs", "it cannot be read"));
        }
    }

    private Reference? Resolve(string name)
    {
        string value = _values[name];
        string? target = null;
        for (int step = 0; value.StartsWith(Symbolic, StringComparison.Ordinal); step++)
        {
            string next = value[Symbolic.Length..].Trim();
            target ??= next;
            if (step == MostSteps)
            {
                _problems.Add(new ReferenceProblem(name, "it leads from name to name without an end"));
                return null;
            }

            if (!_values.TryGetValue(next, out value!))
            {
                // A branch without a commit yet is no fault, nor is a remote's HEAD whose branch was pruned.
                return null;
            }
        }

        string digits = value.Split(' ', '\t', '\n')[0];
        if (ObjectId.TryParse(digits, out ObjectId id))
        {
            return new Reference(name, id, target);
        }

        _problems.Add(new ReferenceProblem(name, "it is damaged: it holds no object id"));
        return null;
    }
}
