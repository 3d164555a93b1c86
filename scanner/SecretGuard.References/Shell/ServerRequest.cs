namespace SecretGuard.References.Shell;

/// <summary>What a program asks a server for: <c>curl -X PUT https://…</c>.</summary>
/// <param name="Addresses">The addresses, and words that may be some: those of headers and of what is sent are left out.</param>
/// <param name="Headers">Headers that it sends.</param>
/// <param name="Method">How it asks, in capitals.</param>
internal sealed record ServerRequest(IReadOnlyList<ShellWord> Addresses, IReadOnlyList<ShellPiece> Headers, string Method)
{
    /// <summary>Letters of curl behind which a value stands.</summary>
    private const string Letters = "AbcCdDeEFHKmoPQrtTuUwxXyYz";

    /// <summary>Options of curl and wget that take the next word, as far as that word could be taken for an address.</summary>
    private static readonly HashSet<string> Valued = new(["data", "data-raw", "data-binary", "data-ascii", "data-urlencode", "json", "form", "form-string", "header", "request", "output", "user-agent", "referer", "proxy", "cacert", "cert", "key", "resolve", "connect-to", "write-out", "dump-header", "cookie", "cookie-jar", "config", "upload-file", "output-document", "post-data", "method", "body-data"], StringComparer.Ordinal);

    private static readonly string[] Bodies = ["d", "data", "data-raw", "data-binary", "data-ascii", "data-urlencode", "json", "F", "form", "form-string", "post-data", "post-file"];

    private static readonly string[] Screens = ["-", "/dev/stdout", "/dev/stderr", "/dev/tty"];

    /// <summary>What a program asks, where it writes the answer to its output; null for other programs, and where the answer goes into a file.</summary>
    public static ServerRequest? Of(CalledProgram program) => program.Name switch
    {
        "curl" => Curl(Read(program)),
        "wget" => Wget(Read(program)),
        "az" => Azure(program.Arguments(_ => true)),
        "http" or "https" or "xh" or "xhs" => HttPie(program),
        "Invoke-RestMethod" or "irm" or "Invoke-WebRequest" or "iwr" => PowerShell(program),
        _ => null,
    };

    private static ServerRequest? Curl(Given given)
    {
        bool isKept = given.Has("O", "remote-name", "remote-name-all") || (given.Of("o", "output") is { } file && !Screens.Contains(file.Text, StringComparer.Ordinal));
        string method = given.Of("X", "request")?.Text ?? (given.Has("I", "head") ? "HEAD" : given.Has("T", "upload-file") ? "PUT" : given.Has(Bodies) && !given.Has("G", "get") ? "POST" : "GET");
        return isKept ? null : new ServerRequest(given.Words, given.Headers, method.ToUpperInvariant());
    }

    private static ServerRequest? Wget(Given given)
    {
        bool isShown = given.Of("O", "output-document") is { } file && Screens.Contains(file.Text, StringComparer.Ordinal);
        string method = given.Of("method")?.Text ?? (given.Has("spider") ? "HEAD" : given.Has(Bodies) ? "POST" : "GET");
        return isShown ? new ServerRequest(given.Words, given.Headers, method.ToUpperInvariant()) : null;
    }

    private static ServerRequest? Azure(ShellArguments given) =>
        given.Rest is [{ Text: "rest" }, ..] && given.Of("uri", "url", "u") is { } address && given.Of("output-file") is null && given.Of("o", "output")?.Text != "none" && given.Of("query")?.Text.Contains("value", StringComparison.Ordinal) != false
            ? new ServerRequest([address.Word], [], given.Of("method", "m")?.Text.ToUpperInvariant() ?? "GET")
            : null;

    private static ServerRequest? HttPie(CalledProgram program)
    {
        ShellPiece[] rest = [.. program.Arguments(name => name is "o" or "output" or "a" or "auth" or "A" or "auth-type" or "verify" or "cert" or "session").Rest];
        string? method = rest.FirstOrDefault()?.Text is { Length: > 2 } first && first.All(char.IsAsciiLetterUpper) ? first : null;
        bool isKept = program.Words.Skip(program.From).Any(word => word.Text is "-o" or "-d" or "-h" or "--download" or "--headers" or "--meta" || word.Text.StartsWith("--output", StringComparison.Ordinal));
        ShellPiece[] items = [.. rest.Skip(method is null ? 1 : 2)];
        bool sends = Array.Exists(items, item => item.Text.Contains('=', StringComparison.Ordinal) && !item.Text.Contains("==", StringComparison.Ordinal));
        return isKept ? null : new ServerRequest([.. rest.Select(piece => piece.Word).Take(method is null ? 1 : 2)], items, method ?? (sends ? "POST" : "GET"));
    }

    private static ServerRequest? PowerShell(CalledProgram program)
    {
        ShellWord[] words = [.. program.Words.Skip(program.From)];
        string? After(string option) => Array.FindIndex(words, word => word.Text.Equals(option, StringComparison.OrdinalIgnoreCase)) is var at and >= 0 && at + 1 < words.Length ? words[at + 1].Text : null;
        return After("-OutFile") is null
            ? new ServerRequest([.. words.Where(word => !word.Text.StartsWith('-'))], [.. words.Select(word => new ShellPiece(word, 0))], After("-Method")?.ToUpperInvariant() ?? "GET")
            : null;
    }

    private static Given Read(CalledProgram program)
    {
        var given = new Given();
        ShellWord[] words = [.. program.Words.Skip(program.From)];
        for (int i = 0; i < words.Length; i++)
        {
            string text = words[i].Text;
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (text.Length < 2 || text[0] != '-')
            {
                given.Words.Add(words[i]);
            }
            else if (text.StartsWith("--", StringComparison.Ordinal))
            {
                string name = equals < 0 ? text[2..] : text[2..equals];
                given.Options.Add((name, equals >= 0 ? new ShellPiece(words[i], equals + 1) : Valued.Contains(name) && i + 1 < words.Length ? new ShellPiece(words[++i], 0) : null));
            }
            else
            {
                ReadLetters(given, words, ref i);
            }
        }

        return given;
    }

    /// <summary>Letters behind one sign, of which the last may take what stands behind it, or the next word: <c>-sSLo file</c>, <c>-qO-</c>.</summary>
    private static void ReadLetters(Given given, ShellWord[] words, ref int at)
    {
        ShellWord word = words[at];
        string text = word.Text;
        for (int i = 1; i < text.Length; i++)
        {
            bool takes = Letters.Contains(text[i], StringComparison.Ordinal) || (text[i] == 'O' && i + 1 < text.Length && text[i + 1] is '-' or '/') || (text[i] == 'O' && i + 1 == text.Length && at + 1 < words.Length && Screens.Contains(words[at + 1].Text, StringComparer.Ordinal));
            if (takes)
            {
                given.Options.Add((text[i].ToString(), i + 1 < text.Length ? new ShellPiece(word, i + 1) : at + 1 < words.Length ? new ShellPiece(words[++at], 0) : null));
                return;
            }

            given.Options.Add((text[i].ToString(), null));
        }
    }

    /// <summary>What curl and wget are given.</summary>
    private sealed class Given
    {
        public List<(string Name, ShellPiece? Value)> Options { get; } = [];

        public List<ShellWord> Words { get; } = [];

        public IReadOnlyList<ShellPiece> Headers => [.. Options.Where(option => option.Name is "H" or "header" && option.Value is not null).Select(option => option.Value!)];

        public bool Has(params string[] names) => Options.Exists(option => names.Contains(option.Name, StringComparer.Ordinal));

        public ShellPiece? Of(params string[] names) => Options.Find(option => names.Contains(option.Name, StringComparer.Ordinal) && option.Value is not null).Value;
    }
}
