using System.Buffers.Text;
using System.Text;

namespace SecretGuard.Git.Staging;

/// <summary>What an index knows of the trees that its entries would make (gitformat-index: "Cache tree"): a folder that is known to be unchanged need not be looked at.</summary>
internal sealed class CacheTree
{
    private const int Deepest = 4096;

    private readonly Dictionary<string, Folder> _folders = new(StringComparer.Ordinal);
    private readonly int _idLength;

    private CacheTree(int idLength) => _idLength = idLength;

    /// <summary>Of an index that says nothing.</summary>
    public static CacheTree None { get; } = new(0);

    /// <summary>Reads the extension <c>TREE</c>. It only saves time, so that a damaged one says nothing.</summary>
    public static CacheTree Parse(ReadOnlySpan<byte> data, int idLength)
    {
        var cache = new CacheTree(idLength);
        return cache.TryRead(ref data, "", 0) ? cache : None;
    }

    /// <summary>The tree of a folder and the number of entries in it; false where it has changed since it was written.</summary>
    /// <param name="path">One character a byte, without a slash at its end; empty for the root.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="entries">How many entries of the index are in it, at any depth.</param>
    public bool TryFind(string path, out ObjectId tree, out int entries)
    {
        bool found = _folders.TryGetValue(path, out Folder? folder);
        (tree, entries) = found ? (folder!.Tree, folder.Entries) : default;
        return found;
    }

    /// <summary>One folder: its name, NUL, number of entries (negative where it is not valid), blank, number of subfolders, line feed, id; and the subfolders.</summary>
    private bool TryRead(ref ReadOnlySpan<byte> data, string parent, int depth)
    {
        int nul = data.IndexOf((byte)0);
        if (nul < 0 || depth > Deepest)
        {
            return false;
        }

        string name = Encoding.Latin1.GetString(data[..nul]);
        string path = parent.Length == 0 ? name : $"{parent}/{name}";
        data = data[(nul + 1)..];
        if (!TryReadNumber(ref data, (byte)' ', out int entries) || !TryReadNumber(ref data, (byte)'\n', out int folders))
        {
            return false;
        }

        if (entries >= 0)
        {
            if (data.Length < _idLength)
            {
                return false;
            }

            _folders[path] = new Folder(new ObjectId(data[.._idLength]), entries);
            data = data[_idLength..];
        }

        for (int i = 0; i < folders; i++)
        {
            if (!TryRead(ref data, path, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> data, byte end, out int number)
    {
        bool read = Utf8Parser.TryParse(data, out number, out int length) && length < data.Length && data[length] == end;
        data = read ? data[(length + 1)..] : data;
        return read;
    }

    private sealed class Folder(ObjectId tree, int entries)
    {
        public ObjectId Tree => tree;

        public int Entries => entries;
    }
}
