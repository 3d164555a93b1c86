using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Git.Scanning;

/// <summary>Tells what was found: each secret at one place, with its way through the history.</summary>
internal sealed class SecretTeller(GitRepository repository, Detector detector, TriagePolicy policy, HistorySecrets secrets, Witnesses witnesses, bool everyPlace)
{
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
        foreach (HistorySecret secret in found)
        {
            cancellation.ThrowIfCancellationRequested();
            Witness witness = witnesses.Of(secret);
            if (everyPlace)
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
        seen = [];
        kind = ObjectKind.None;
        if (!repository.TryRead(witness.Holder, out GitObject found, out _))
        {
            return null;
        }

        kind = found.Kind;
        Content content = kind != ObjectKind.Blob ? LogVisitor.MessageOf(kind, found.Content) : Content.FromBytes(found.Content, found.Content.Length, witness.Path);
        seen = detector.See(content, cancellation);
        Match? own = detector.Resolve(seen).FirstOrDefault(match => secrets.IdentityOf(content, match) == witness.Secret.Identity);
        return own is null ? null : (content, own);
    }

    /// <summary>Looks at the one version in which a secret is shown as a scan of the file would.</summary>
    private TriagedContent Judge(Witness witness, CancellationToken cancellation)
    {
        if (See(witness, out ObjectKind kind, out IReadOnlyList<Match> seen, cancellation) is not { } own)
        {
            return TriagedContent.Empty;
        }

        bool isMessage = kind != ObjectKind.Blob;
        TriagedContent judged = new ContentTriage(policy with { TellsUnused = false }).Judge(own.Content, [own.Match], seen, cancellation);
        return judged with
        {
            Findings = [.. judged.Findings.Select(Placed)],
            Suppressed = [.. judged.Suppressed.Select(item => item with { Finding = Placed(item.Finding) })],
        };

        Finding Placed(Finding finding) => finding with
        {
            DiagnosticId = isMessage ? DiagnosticIds.SecretInMessage : DiagnosticIds.SecretInHistory,
            Location = finding.Location with { Path = isMessage ? MessageOf(kind, witness.Holder) : witness.Path.Length == 0 ? NameOf(witness.Holder) : witness.Path },
            Provenance = witness.Provenance,
        };
    }
}
