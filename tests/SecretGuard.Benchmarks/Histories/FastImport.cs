using System.Diagnostics;
using System.Globalization;
using System.Text;
using SecretGuard.Git;

namespace SecretGuard.Benchmarks.Histories;

/// <summary>A new bare repository that is written by git's own <c>fast-import</c> and then packed as <c>git gc</c> packs.</summary>
internal sealed class FastImport : IDisposable
{
    private readonly string _repository;
    private readonly Process _import;
    private readonly Stream _output;

    /// <param name="repository">Where it is made; must not be there.</param>
    public FastImport(string repository)
    {
        _repository = repository;
        ChildProcess.Run("git", ["init", "-q", "--bare", "-b", "main", repository]);
        _import = Process.Start(new ProcessStartInfo("git", ["-C", repository, "fast-import", "--quiet", "--depth=50"]) { RedirectStandardInput = true, UseShellExecute = false })!;
        _output = _import.StandardInput.BaseStream;
    }

    /// <summary>Begins a commit; what follows belongs to it.</summary>
    /// <param name="message">One line.</param>
    /// <param name="second">Its time, in seconds since 1970.</param>
    public void Commit(string message, long second)
    {
        Text(string.Create(CultureInfo.InvariantCulture, $"commit refs/heads/main\ncommitter A <a@example.invalid> {second} +0000\n"));
        Data(Encoding.UTF8.GetBytes(message));
    }

    /// <summary>Puts a file into the commit; the path must have no quotation mark first and no line end.</summary>
    public void File(string path, ReadOnlySpan<byte> content)
    {
        Text($"M 100644 inline {path}\n");
        Data(content);
    }

    /// <summary>Takes a file, or a folder with all that is in it, out of the commit.</summary>
    public void Delete(string path) => Text($"D {path}\n");

    /// <summary>Ends the stream, packs, and prints how many versions there are and how much of them is new.</summary>
    /// <returns>git's exit code.</returns>
    public int Finish()
    {
        Text("done\n");
        _output.Dispose();
        _import.WaitForExit();
        ChildProcess.Run("git", ["-C", _repository, "repack", "-adfq", "--depth=50", "--window=10"]);
        using GitRepository repository = GitRepository.Open(_repository);
        ReadSummary read = repository.ReadAll(() => new Nothing(), new ReadOptions { Kinds = ObjectKinds.Blobs });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read.Objects} versions, {read.Bytes / 1e6:F0} MB, of which {read.NewBytes / 1e6:F0} MB are new"));
        return _import.ExitCode;
    }

    public void Dispose() => _import.Dispose();

    private void Text(string text) => _output.Write(Encoding.UTF8.GetBytes(text));

    private void Data(ReadOnlySpan<byte> bytes)
    {
        Text(string.Create(CultureInfo.InvariantCulture, $"data {bytes.Length}\n"));
        _output.Write(bytes);
        Text("\n");
    }

    private sealed class Nothing : IObjectVisitor<object>
    {
        private static readonly object Seen = new();

        public object? Visit(in ObjectVisit visit, object? baseState) => Seen;
    }
}
