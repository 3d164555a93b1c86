using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Git.Scanning;

/// <summary>Looks again at versions in which secrets were seen. For one thread: what was looked at last is kept.</summary>
internal sealed class WitnessJudge(GitRepository repository, Detector detector, TriagePolicy policy, HistorySecrets secrets, HistoryOptions options)
{
    private Version _last = new(default, "", ObjectKind.None, null, [], []);

    /// <summary>One of the places where a secret stands, with its line where it is seen there.</summary>
    public HeldPlace PlaceOf(Witness witness, (ObjectId Holder, string? Commit, string Path) place, CancellationToken cancellation)
    {
        (ObjectId holder, string? commit, string path) = place;
        (Content Content, Match Match)? seen = See(witness with { Holder = holder, Path = path }, out ObjectKind kind, out _, cancellation);
        int? line = seen is { } at ? 1 + at.Content.Buffer.AsSpan(0, at.Match.Start).Count((byte)'\n') : null;
        return new HeldPlace(holder.ToString(), commit, kind is ObjectKind.Commit or ObjectKind.Tag ? MessageOf(kind, holder) : path.Length == 0 ? SecretTeller.NameOf(holder) : path, line);
    }

    private static string MessageOf(ObjectKind kind, in ObjectId holder) => $"(message of {(kind == ObjectKind.Tag ? "tag" : "commit")} {holder.ToString()[..12]})";

    /// <summary>The secret in one version; null where it is not seen there.</summary>
    private (Content Content, Match Match)? See(Witness witness, out ObjectKind kind, out IReadOnlyList<Match> seen, CancellationToken cancellation)
    {
        Version version = Look(witness.Holder, witness.Path, cancellation);
        (kind, seen) = (version.Kind, version.Seen);

        // One value may stand there twice, and in one of the places nobody would take it for a secret.
        Match? own = version.Resolved.Where(match => secrets.IdentityOf(version.Content!, match) == witness.Secret.Identity).MaxBy(match => match.Confidence);
        return own is null ? null : (version.Content!, own);
    }

    /// <summary>Looks at one version, where it is not the one that was looked at last.</summary>
    private Version Look(in ObjectId holder, string path, CancellationToken cancellation)
    {
        if (_last.Holder == holder && _last.Path == path)
        {
            return _last;
        }

        if (!repository.TryRead(holder, out GitObject found, out _))
        {
            return new Version(holder, path, ObjectKind.None, null, [], []);
        }

        Content content = found.Kind != ObjectKind.Blob ? LogVisitor.MessageOf(found.Kind, found.Content) : Content.FromBytes(found.Content, found.Content.Length, path);
        IReadOnlyList<Match> seen = detector.See(content, cancellation);
        return _last = new Version(holder, path, found.Kind, content, seen, detector.Resolve(seen));
    }

    /// <summary>Looks at the one version in which a secret is shown as a scan of the file would.</summary>
    public TriagedContent Judge(Witness witness, CancellationToken cancellation)
    {
        if (See(witness, out ObjectKind kind, out IReadOnlyList<Match> seen, cancellation) is not { } own)
        {
            return TriagedContent.Empty;
        }

        bool isMessage = kind != ObjectKind.Blob;
        TriagedContent judged = new ContentTriage(policy with { TellsUnused = false, IsOfHistory = !witness.Provenance.IsInHead }).Judge(own.Content, [own.Match], seen, cancellation);
        if (judged.Findings.Count + judged.Suppressed.Count > 0)
        {
            // The next run reads its value where it looks at it anyway.
            witness.Secret.Seen = new SeenPlace(witness.Holder, own.Content.Path, own.Match.Start, own.Match.Length);
        }

        return judged with
        {
            Findings = [.. judged.Findings.Select(Placed)],
            Suppressed = [.. judged.Suppressed.Select(item => item with { Finding = Placed(item.Finding) })],
        };

        Finding Placed(Finding finding) => finding with
        {
            DiagnosticId = isMessage ? DiagnosticIds.SecretInMessage : DiagnosticIds.SecretInHistory,
            Location = finding.Location with { Path = isMessage ? MessageOf(kind, witness.Holder) : witness.Path.Length == 0 ? SecretTeller.NameOf(witness.Holder) : witness.Path },
            Provenance = witness.Provenance with { RunDigest = options.DigestOf?.Invoke(own.Content.Buffer.AsSpan(own.Match.Start, own.Match.Length)) },
        };
    }

    /// <summary>One version of a file, or a message, as it was looked at.</summary>
    /// <param name="Holder">Its object.</param>
    /// <param name="Path">The path that it was looked at as.</param>
    /// <param name="Kind">None where it cannot be read.</param>
    /// <param name="Content">Its text; null where it cannot be read.</param>
    /// <param name="Seen">All that was seen in it.</param>
    /// <param name="Resolved">What of that counts.</param>
    private sealed record Version(ObjectId Holder, string Path, ObjectKind Kind, Content? Content, IReadOnlyList<Match> Seen, IReadOnlyList<Match> Resolved);
}
