using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Git.Scanning;

/// <summary>Tells what was found: each secret at one place, with its way through the history.</summary>
internal sealed class SecretTeller(GitRepository repository, Detector detector, TriagePolicy policy, HistorySecrets secrets, Witnesses witnesses, HistoryOptions options)
{
    private Version _last = new(default, "", ObjectKind.None, null, [], []);

    private static Comparer<Finding> ByPlace { get; } = Comparer<Finding>.Create((one, other) =>
    {
        int order = string.CompareOrdinal(one.Location.Path, other.Location.Path);
        order = order != 0 ? order : one.Location.StartLine.CompareTo(other.Location.StartLine);
        order = order != 0 ? order : one.Location.StartColumn.CompareTo(other.Location.StartColumn);
        order = order != 0 ? order : string.CompareOrdinal(one.Rule, other.Rule);
        return order != 0 ? order : string.CompareOrdinal(one.Provenance?.FirstCommit, other.Provenance?.FirstCommit);
    });

    /// <summary>What a file without a name is called.</summary>
    public static string NameOf(in ObjectId blob) => $"(blob {blob.ToString()[..12]})";

    /// <summary>Tells each of these secrets; those that cannot be shown any more become problems.</summary>
    public (List<Finding> Findings, List<SuppressedFinding> Suppressed) Tell(IEnumerable<HistorySecret> found, List<ObjectProblem> problems, CancellationToken cancellation)
    {
        List<Finding> findings = [];
        List<SuppressedFinding> suppressed = [];

        // Those of one file after each other: it is read once.
        foreach (Witness one in found.Select(witnesses.Of).OrderBy(witness => witness.Holder).ThenBy(witness => witness.Path, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            (Witness witness, HistorySecret secret) = (one, one.Secret);
            if (options.EveryPlace)
            {
                witness = witness with { Provenance = witness.Provenance with { EveryPlace = [.. Places(witness, cancellation)] } };
            }

            TriagedContent judged = Judge(witness, cancellation);
            if (judged.Findings.Count + judged.Suppressed.Count == 0)
            {
                // Under its last path nobody would take it for one: it is shown where it was seen.
                judged = Judge(witness with { Holder = secret.SeenIn, Path = secret.SeenAs }, cancellation);
            }

            if (judged.Findings.Count + judged.Suppressed.Count == 0)
            {
                problems.Add(new ObjectProblem(secret.SeenIn, NameOf(secret.SeenIn), "a secret was seen in it, and it could not be read again"));
            }

            findings.AddRange(judged.Findings);
            suppressed.AddRange(judged.Suppressed);
        }

        return ([.. findings.OrderBy(finding => finding, ByPlace)], [.. suppressed.OrderBy(item => item.Finding, ByPlace)]);
    }

    private IEnumerable<HeldPlace> Places(Witness witness, CancellationToken cancellation)
    {
        foreach ((ObjectId holder, string? commit, string path) in witnesses.PlacesOf(witness.Secret))
        {
            (Content Content, Match Match)? seen = See(witness with { Holder = holder, Path = path }, out ObjectKind kind, out _, cancellation);
            int? line = seen is { } at ? 1 + at.Content.Buffer.AsSpan(0, at.Match.Start).Count((byte)'\n') : null;
            yield return new HeldPlace(holder.ToString(), commit, kind is ObjectKind.Commit or ObjectKind.Tag ? MessageOf(kind, holder) : path.Length == 0 ? NameOf(holder) : path, line);
        }
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
    private TriagedContent Judge(Witness witness, CancellationToken cancellation)
    {
        if (See(witness, out ObjectKind kind, out IReadOnlyList<Match> seen, cancellation) is not { } own)
        {
            return TriagedContent.Empty;
        }

        bool isMessage = kind != ObjectKind.Blob;
        TriagedContent judged = new ContentTriage(policy with { TellsUnused = false, IsOfHistory = !witness.Provenance.IsInHead }).Judge(own.Content, [own.Match], seen, cancellation);
        return judged with
        {
            Findings = [.. judged.Findings.Select(Placed)],
            Suppressed = [.. judged.Suppressed.Select(item => item with { Finding = Placed(item.Finding) })],
        };

        Finding Placed(Finding finding) => finding with
        {
            DiagnosticId = isMessage ? DiagnosticIds.SecretInMessage : DiagnosticIds.SecretInHistory,
            Location = finding.Location with { Path = isMessage ? MessageOf(kind, witness.Holder) : witness.Path.Length == 0 ? NameOf(witness.Holder) : witness.Path },
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
