using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Git.Scanning;

/// <summary>Looks again at versions in which secrets were seen. For one thread: what was looked at last is kept.</summary>
/// <param name="repository">Where they are read.</param>
/// <param name="detector">Sees secrets.</param>
/// <param name="policy">Judges them.</param>
/// <param name="secrets">Tells them apart.</param>
/// <param name="options">What is told of them.</param>
/// <param name="told">The secrets that are told together; those whose places are known are looked for there, all at a time.</param>
internal sealed class WitnessJudge(GitRepository repository, Detector detector, TriagePolicy policy, HistorySecrets secrets, HistoryOptions options, IReadOnlyList<HistorySecret> told)
{
    private Version _last = new(default, "", true, ObjectKind.None, null, [], []);

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
        Version version = Look(witness.Holder, witness.Path, isWhole: !IsToldIn(witness.Secret, witness.Holder, witness.Path), cancellation);
        Match? own = OwnIn(version, witness);
        if (own is null && !version.IsWhole)
        {
            version = Look(witness.Holder, witness.Path, isWhole: true, cancellation);
            own = OwnIn(version, witness);
        }

        (kind, seen) = (version.Kind, version.Seen);
        return own is null ? null : (version.Content!, own);
    }

    /// <summary>One value may stand there twice, and in one of the places nobody would take it for a secret.</summary>
    private Match? OwnIn(Version version, Witness witness) =>
        version.Resolved.Where(match => secrets.IdentityOf(version.Content!, match) == witness.Secret.Identity).MaxBy(match => match.Confidence);

    private static bool IsToldIn(HistorySecret secret, in ObjectId holder, string path) =>
        secret.Seen.IsTold && secret.Seen.Holder == holder && secret.Seen.Path == path;

    /// <summary>Looks at one version, where it is not the one that was looked at last: at all of it, or around the secrets that were told there.</summary>
    private Version Look(in ObjectId holder, string path, bool isWhole, CancellationToken cancellation)
    {
        if (_last.Holder == holder && _last.Path == path && (_last.IsWhole || !isWhole))
        {
            return _last;
        }

        if (!repository.TryRead(holder, out GitObject found, out _))
        {
            return new Version(holder, path, true, ObjectKind.None, null, [], []);
        }

        Content content = found.Kind != ObjectKind.Blob ? LogVisitor.MessageOf(found.Kind, found.Content) : Content.FromBytes(found.Content, found.Content.Length, path);
        isWhole = isWhole || content.IsBinary || !ReferenceEquals(content.Buffer, found.Content);
        IReadOnlyList<Match> seen = isWhole ? detector.See(content, cancellation) : detector.SeeChanges(content, [.. PlacesIn(holder, path, content.Length)], stop: cancellation);
        return _last = new Version(holder, path, isWhole, found.Kind, content, seen, detector.Resolve(seen));
    }

    /// <summary>Where secrets were told in a version, in order and apart from each other.</summary>
    private List<TextRange> PlacesIn(ObjectId holder, string path, int length)
    {
        List<TextRange> places = [];
        foreach (SeenPlace place in told.Where(secret => IsToldIn(secret, holder, path)).Select(secret => secret.Seen).OrderBy(place => place.Start))
        {
            var range = new TextRange(Math.Min(place.Start, length), Math.Min(place.Start + place.Length, length));
            if (places is [.., var last] && range.Start <= last.End)
            {
                places[^1] = new TextRange(last.Start, Math.Max(last.End, range.End));
            }
            else
            {
                places.Add(range);
            }
        }

        return places;
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
            witness.Secret.Seen = new SeenPlace(witness.Holder, own.Content.Path, own.Match.Start, own.Match.Length, IsTold: true);
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
    /// <param name="IsWhole">Whether all of it was looked at.</param>
    /// <param name="Kind">None where it cannot be read.</param>
    /// <param name="Content">Its text; null where it cannot be read.</param>
    /// <param name="Seen">All that was seen where it was looked at.</param>
    /// <param name="Resolved">What of that counts.</param>
    private sealed record Version(ObjectId Holder, string Path, bool IsWhole, ObjectKind Kind, Content? Content, IReadOnlyList<Match> Seen, IReadOnlyList<Match> Resolved);
}
