using SecretGuard.Detection;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Lines;
using SecretGuard.DetectSecrets.Scanning;
using SecretGuard.DetectSecrets.Updates;

namespace SecretGuard.DetectSecrets.Audits;

/// <summary>Finds the secrets of entries again, in the files as they are now.</summary>
internal sealed class SecretPlaces(ScanSettings settings, Engine engine, IWorkspace workspace)
{
    private const string Mask = "[secret]";

    private readonly Scanner _scanner = new(settings, engine, workspace);
    private readonly Dictionary<string, FileText?> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<FoundSecret>> _found = new(StringComparer.Ordinal);

    /// <summary>Where the secret of some entries of one file and hash stands: none where it is gone.</summary>
    public IReadOnlyList<FoundSecret> Of(IReadOnlyList<SecretEntry> entries)
    {
        SecretIdentity identity = entries[0].Identity;
        FoundSecret[] found = [.. Found(identity.File).Where(secret => secret.Identity.Hash == identity.Hash || secret.Whole().Identity.Hash == identity.Hash)];
        return found.Length == 0 && Text(identity.File) is { } text && new HashSearch(text.Raw()).Find(identity.Hash) is { } place
            ? [new FoundSecret(identity, place.Line, place.Value) { Captured = place.Value }]
            : found;
    }

    /// <summary>The lines of a file; none where it cannot be read.</summary>
    public IReadOnlyList<string> Lines(string file) => Text(file)?.Lines ?? [];

    /// <summary>A line without the secrets in it. Where one cannot be told from the line, nothing of that is shown.</summary>
    public string MaskedLine(string file, int number, FoundSecret secret)
    {
        string line = Lines(file)[number - 1];
        IEnumerable<string> values = Found(file).Where(other => other.Line == number).Select(other => other.Value).Append(secret.Value);
        string masked = line;
        foreach (string value in values.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length))
        {
            masked = masked.Replace(value, Mask, StringComparison.Ordinal);
        }

        return masked == line ? Mask : masked;
    }

    private IReadOnlyList<FoundSecret> Found(string file)
    {
        if (!_found.TryGetValue(file, out IReadOnlyList<FoundSecret>? found))
        {
            found = Text(file) is { } text ? _scanner.ScanAll(text) : [];
            _found.Add(file, found);
        }

        return found;
    }

    private FileText? Text(string file)
    {
        if (!_texts.TryGetValue(file, out FileText? text))
        {
            text = Read(file);
            _texts.Add(file, text);
        }

        return text;
    }

    private FileText? Read(string file)
    {
        try
        {
            byte[] bytes = workspace.IsFile(file) ? workspace.Read(file) : [];
            var content = Content.FromBytes(bytes, bytes.Length, file);
            return content.IsBinary ? null : new FileText(content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
