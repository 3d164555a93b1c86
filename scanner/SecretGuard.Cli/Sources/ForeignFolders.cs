namespace SecretGuard.Cli.Sources;

/// <summary>
/// Folders into which package managers put what others wrote. What is referred to there is not what this repository needs, and nobody here mends it. A folder
/// <c>vendor</c> is one where its manager left a mark: there are companies and tables of that name.
/// </summary>
internal sealed class ForeignFolders
{
    private const string Vendor = "vendor/";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "node_modules", "bower_components", "jspm_packages", "site-packages", ".terraform" };

    /// <summary>Of Go, of Composer, of Bundler; of a vendored Go tree without its list.</summary>
    private static readonly string[] Within = ["modules.txt", "autoload.php", "bundle/ruby/", "github.com/"];

    /// <summary>Of jsonnet-bundler, beside it.</summary>
    private const string Beside = "jsonnetfile.lock.json";

    private readonly HashSet<string> _vendors = new(StringComparer.Ordinal);

    /// <summary>Knows those of a repository.</summary>
    /// <param name="paths">Its files, relative to the root, with <c>/</c>.</param>
    public ForeignFolders(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            if (path == Beside || path.EndsWith("/" + Beside, StringComparison.Ordinal))
            {
                _vendors.Add(path[..^Beside.Length] + "vendor");
            }

            for (int at = IndexOfVendor(path, 0); at >= 0; at = IndexOfVendor(path, at + Vendor.Length))
            {
                string inner = path[(at + Vendor.Length)..];
                if (Array.Exists(Within, mark => mark[^1] == '/' ? inner.StartsWith(mark, StringComparison.Ordinal) : inner == mark))
                {
                    _vendors.Add(path[..(at + Vendor.Length - 1)]);
                }
            }
        }
    }

    /// <summary>The outermost of them that holds a file; null where none does.</summary>
    public string? Of(string path)
    {
        for (int from = 0, slash; (slash = path.IndexOf('/', from)) >= 0; from = slash + 1)
        {
            if (Names.Contains(path[from..slash]) || _vendors.Contains(path[..slash]))
            {
                return path[..slash];
            }
        }

        return null;
    }

    private static int IndexOfVendor(string path, int from)
    {
        int at = path.IndexOf(Vendor, from, StringComparison.Ordinal);
        return at <= 0 || path[at - 1] == '/' ? at : IndexOfVendor(path, at + 1);
    }
}
