using System.Globalization;
using SecretGuard.Cli.Adopting.Places;
using SecretGuard.Cli.Importing;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Adopting;

/// <summary>A file and the secrets that a scan sees in it.</summary>
internal sealed class SuspectFile
{
    private readonly ScanOptions _options;
    private readonly Detector _detector;

    private SuspectFile(ScanOptions options, string path, byte[] bytes)
    {
        (_options, _detector, FullPath, Bytes) = (options, new Detector(options.Rules), path, bytes);
        Path = FileListing.WithSlashes(System.IO.Path.GetRelativePath(options.Project.Root, path));
        Text = EncodedText.Of(bytes, Path) ?? throw new UsageException($"'{Path}' is no text");
        Candidates = Candidate.In(Text.Content, _detector, options.Policy);
    }

    /// <summary>The full path.</summary>
    public string FullPath { get; }

    /// <summary>As reports show it.</summary>
    public string Path { get; }

    /// <summary>What it held when it was read.</summary>
    public byte[] Bytes { get; }

    /// <summary>The same as text.</summary>
    public EncodedText Text { get; }

    /// <summary>All secrets in it, at any confidence and whoever accepts them.</summary>
    public IReadOnlyList<Candidate> Candidates { get; }

    /// <summary>Those that a scan tells, or that are accepted until they are gone.</summary>
    public IEnumerable<Candidate> Told => Candidates.Where(candidate => (candidate.Accepted is null or SuppressionKind.Baseline) && candidate.Finding.Confidence >= _options.Policy.MinConfidence);

    /// <summary>Reads it.</summary>
    /// <exception cref="UsageException">It cannot be read, is too large, or is no text.</exception>
    public static SuspectFile Read(ScanOptions options, string path)
    {
        try
        {
            return new FileInfo(path).Length > options.MaxFileSize ? throw new UsageException($"'{path}' is larger than {ByteSize.Format(options.MaxFileSize)}") : new SuspectFile(options, path, File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read '{path}': {(error is UnauthorizedAccessException ? "access is denied" : error.Message)}");
        }
    }

    /// <summary>The one that is meant.</summary>
    /// <param name="spot">Where it stands.</param>
    /// <param name="ask">Chooses one of several; null where nobody can be asked.</param>
    /// <exception cref="UsageException">There is none, or there are several and nobody chooses.</exception>
    public Candidate Choose(FileSpot spot, Func<IReadOnlyList<string>, int>? ask)
    {
        Candidate[] there = [.. (spot.Line is null ? Told : Candidates.Where(candidate => spot.IsIn(candidate.Finding.Location)))];
        string where = spot.Line is null ? Path : $"{Path}:{spot.Line}{(spot.Column is null ? "" : $":{spot.Column}")}";
        return there.Length switch
        {
            0 => throw new UsageException($"nothing is found at '{where}' (any more){Others(spot)}"),
            1 => there[0],
            _ when ask is not null => there[ask([.. there.Select(Shown)])],
            _ => throw new UsageException($"several secrets are found at '{where}'; say which, as FILE:LINE:COLUMN: {string.Join("; ", there.Select(Shown))}"),
        };
    }

    /// <summary>What is found in other bytes of this file, at any confidence.</summary>
    public IReadOnlyList<Candidate> Find(EncodedText text) => Candidate.In(text.Content, _detector, _options.Policy);

    /// <summary>A secret as it is written. Only to be compared in memory.</summary>
    public string WrittenOf(Candidate candidate) => Text.Text[Text.IndexOf(candidate.Match.Start)..Text.IndexOf(candidate.Match.End)];

    /// <summary>What holds a secret. A name that is one itself is none.</summary>
    public SecretPlace PlaceOf(Candidate candidate, bool importsSystem)
    {
        var spot = new SecretSpot(Path, Text.Text, Text.IndexOf(candidate.Match.Start), Text.IndexOf(candidate.Match.End)) { ImportsSystem = importsSystem };
        SecretPlace place = PlaceFinder.Find(spot);
        return _detector.See(Content.FromText(place.Name, Path)).Count == 0 && !place.Name.Any(char.IsControl) && !place.Name.Contains(spot.Written, StringComparison.Ordinal) ? place : place with { Name = "" };
    }

    private static string Shown(Candidate candidate) =>
        string.Create(CultureInfo.InvariantCulture, $"{candidate.Finding.Location.StartLine}:{candidate.Finding.Location.StartColumn} {candidate.Finding.Rule} {VisibleText.Of(candidate.Finding.Preview)}");

    private string Others(FileSpot spot) => spot.Line is null || !Told.Any() ? "" : $"; the file has secrets at {string.Join("; ", Told.Take(8).Select(Shown))}";
}
