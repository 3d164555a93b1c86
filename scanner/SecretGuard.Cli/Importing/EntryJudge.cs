using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Migration;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Importing;

/// <summary>What became of an entry, and what the baseline gets for it.</summary>
internal sealed record JudgedEntry(ImportedSecret Secret, IReadOnlyList<BaselineEntry> Accepted);

/// <summary>Holds entries of others against what SecretGuard sees in the same files. Thread-safe.</summary>
/// <param name="options">The project as it will be.</param>
/// <param name="files">The files that a scan looks at, by their paths.</param>
/// <param name="accept">Makes an entry of the baseline of a finding with a fingerprint.</param>
internal sealed class EntryJudge(ScanOptions options, IReadOnlyDictionary<string, SourceFile> files, Func<Finding, BaselineEntry> accept)
{
    private readonly Detector _detector = new(options.Rules);
    private readonly EntryPaths _paths = new(options.Project.Root);

    /// <summary>Whether secrets that somebody called real are accepted too.</summary>
    public bool AcceptsReal { get; init; }

    /// <summary>Whether what only the history holds is accepted there.</summary>
    public bool AcceptsHistory { get; init; }

    /// <summary>Judges the entries of one file.</summary>
    public IEnumerable<JudgedEntry> Judge(ImportSource source, string written, IReadOnlyList<ForeignEntry> entries)
    {
        if (_paths.Resolve(written) is not { } path)
        {
            return entries.Select(entry => Told(entry, written, ImportOutcome.Outside, "this path leads out of the repository"));
        }

        string full = Path.Combine(options.Project.Root, path);
        if (options.Exclude.IsMatch(path))
        {
            return entries.Select(entry => Told(entry, path, ImportOutcome.Silent, "'exclude' in secretguard.yml leaves this path out"));
        }

        if (File.Exists(full) && !files.ContainsKey(path))
        {
            return entries.Select(entry => Told(entry, path, ImportOutcome.Silent, "git ignores this file, so that no scan looks at it"));
        }

        LookedAtFile? now = null;
        if (File.Exists(full) && (now = Read(full, path)) is null)
        {
            return entries.Select(entry => Told(entry, path, ImportOutcome.Unread, $"the file cannot be read, or is larger than {ByteSize.Format(options.MaxFileSize)}"));
        }

        IReadOnlyList<ForeignEntry> resolved = now is null ? entries : source.Resolve(now.Content, entries);
        var history = new CommittedFiles(options.Project.Root, path, content => LookAt(content, options.Policy with { IsOfHistory = true }));
        return resolved.Select(entry => source.IsByValue && now is not null && entry.Values.Count == 0
            ? Told(entry, path, ImportOutcome.Gone, "nothing in the file has this hash")
            : JudgeEntry(history.Complete(entry), now, history, path));
    }

    private JudgedEntry JudgeEntry(ForeignEntry entry, LookedAtFile? now, CommittedFiles history, string path)
    {
        if (entry.Commit is not null && entry.Values.Count == 0 && !history.Knows(entry))
        {
            return Told(entry, path, ImportOutcome.Unclear, now is null ? "neither the file nor the commit is here" : "the commit is not here, so that nobody knows what stood in the line; fetch it, or accept what is there with 'secretguard baseline update --add'");
        }

        if (now is null)
        {
            return history.Holds(entry) ? InHistory(entry, history, path) : Told(entry, path, ImportOutcome.Gone, "the file is gone");
        }

        IReadOnlyList<Candidate> met = entry.Values.Count > 0
            ? [.. entry.Values.SelectMany(now.WithValue).Distinct()]
            : entry.Commit is null ? now.InLines(entry) : [];
        return met.Count == 0 ? NotMet(entry, now, history, path)
            : IsUnclear(entry, met) ? Told(entry, path, ImportOutcome.Unclear, $"{met.Count} secrets stand there, and the entry does not say which; accept them with 'secretguard baseline update --add'", met)
            : Met(entry, met, now, path);
    }

    private JudgedEntry Met(ForeignEntry entry, IReadOnlyList<Candidate> met, LookedAtFile now, string path)
    {
        Candidate[] open = [.. met.Where(candidate => candidate.Accepted is null && candidate.Finding.Confidence >= options.Policy.MinConfidence)];
        if (open.Length == 0)
        {
            bool isKnown = met.Any(candidate => candidate.Accepted == SuppressionKind.Baseline);
            string? detail = met.Any(candidate => candidate.Accepted == SuppressionKind.Inline) ? "a comment accepts it"
                : met.Any(candidate => candidate.Accepted == SuppressionKind.Allowlist) ? "'allow' in secretguard.yml accepts it"
                : $"its confidence is {met[0].Finding.Confidence.ToString().ToLowerInvariant()}, so that it is not reported";
            return isKnown ? Told(entry, path, ImportOutcome.Known, null, met) with { Accepted = Entries(entry, met, now) } : Told(entry, path, ImportOutcome.Silent, detail, met);
        }

        return entry.IsReal && !AcceptsReal ? Told(entry, path, ImportOutcome.Real, "an audit calls it a secret: revoke it, or import with --accept-real", open)
            : Told(entry, path, ImportOutcome.Accepted, null, open) with { Accepted = Entries(entry, open, now) };
    }

    private JudgedEntry NotMet(ForeignEntry entry, LookedAtFile now, CommittedFiles history, string path)
    {
        bool isThere = entry.Values.Any(now.Holds);
        return isThere || (entry.Commit is null && entry.Values.Count == 0 && entry.Line <= now.Lines)
                ? Told(entry, path, ImportOutcome.Silent, isThere ? "no rule takes it for a secret: it looks like an example, or it needs a rule of your own ('rules: custom:')" : $"nothing is reported in this line{Others(now)}")
            : history.Holds(entry) ? InHistory(entry, history, path)
            : Told(entry, path, ImportOutcome.Gone, entry.Values.Count > 0 ? "the secret is no longer in the file" : $"the file has {Amount.Of(now.Lines, "line")} only");
    }

    private static string Others(LookedAtFile now) => now.Candidates.Count == 0 ? ""
        : $"; the file has secrets in {(now.Candidates.Count == 1 ? "line" : "lines")} {string.Join(", ", now.Candidates.Select(candidate => candidate.Finding.Location.StartLine).Distinct().Take(5))}";

    private static bool IsUnclear(ForeignEntry entry, IReadOnlyList<Candidate> met) => entry.Values.Count == 0 && met.Count > 1 && !LookedAtFile.AreOfKind(met, entry);

    private JudgedEntry InHistory(ForeignEntry entry, CommittedFiles history, string path)
    {
        (LookedAtFile version, IReadOnlyList<Candidate> met) = history.Meet(entry);
        if (met.Count == 0)
        {
            return Told(entry, path, ImportOutcome.Silent, "only the history holds it, and nothing is reported there");
        }

        if (!AcceptsHistory)
        {
            return Told(entry, path, ImportOutcome.History, "only the history holds it: no scan of files reports it, 'secretguard git' does, and says how to take it out; --accept-history accepts it there", met);
        }

        if (IsUnclear(entry, met))
        {
            return Told(entry, path, ImportOutcome.Unclear, $"only the history holds it, and {met.Count} secrets stand there: the entry does not say which", met);
        }

        JudgedEntry judged = Met(entry, met, version, path);
        return judged with { Accepted = [.. judged.Accepted.Select(accepted => accepted with { IsOfHistory = true })] };
    }

    private BaselineEntry[] Entries(ForeignEntry entry, IReadOnlyList<Candidate> candidates, LookedAtFile now) =>
        [.. candidates.Select(candidate => accept(candidate.Finding with { Fingerprint = options.Policy.Fingerprinter.Of(now.Content, candidate.Match).ToString() }))
            .Select(accepted => accepted with { Reason = accepted.Reason ?? Safe(entry.Reason) })];

    /// <summary>A reason in somebody's words, unless it holds a secret itself.</summary>
    private string? Safe(string? reason) =>
        reason is null || _detector.See(Content.FromText(reason, "")).Count == 0 ? reason : "imported; its reason held a secret itself";

    private LookedAtFile? Read(string full, string path)
    {
        try
        {
            if (new FileInfo(full).Length > options.MaxFileSize)
            {
                return null;
            }

            byte[] bytes = File.ReadAllBytes(full);
            return LookAt(Content.FromBytes(bytes, bytes.Length, path), options.Policy);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private LookedAtFile LookAt(Content content, TriagePolicy policy) => new(content, Candidate.In(content, _detector, policy));

    private static JudgedEntry Told(ForeignEntry entry, string path, ImportOutcome outcome, string? detail, IReadOnlyList<Candidate>? met = null) => new(
        new ImportedSecret(path, entry.Line, outcome, entry.Origin)
        {
            Kind = entry.Kind,
            Commit = entry.Commit,
            Rules = [.. (met ?? []).Select(candidate => candidate.Finding.Rule).Distinct(StringComparer.Ordinal)],
            Detail = detail,
        },
        []);
}
