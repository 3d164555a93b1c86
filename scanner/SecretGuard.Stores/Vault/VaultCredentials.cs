using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Stores.Http;
using SecretGuard.Text;

namespace SecretGuard.Stores.Vault;

/// <summary>Credentials that Vault makes when somebody asks, or whose password it changes by itself. The role behind one is looked at; nothing is issued.</summary>
/// <param name="session">Asks.</param>
/// <param name="tunes">What mounts say of leases.</param>
internal sealed class VaultCredentials(VaultSession session, VaultTunes tunes)
{
    private static ValueTerm Unknown { get; } = new(null, "") { IsLease = true };

    /// <summary>Answers a question by the role.</summary>
    public async Task<StoreAnswer> AskAsync(SecretQuery query, VaultMount mount, VaultObject asked, CancellationToken cancellation)
    {
        if (query.Version is not (null or "latest"))
        {
            return new StoreProblem(Verdict.Misconfigured, $"a version is asked for, and the engine at '{mount.Path}' makes each credential when it is asked", "take the version out of the reference").Answer(query);
        }

        using StoreReply reply = await session.GetAsync(mount.Address("", asked.Path), cancellation);
        if (reply.Status == 404 && reply.Problem is null && !VaultProblems.Says(reply, "no handler for route"))
        {
            return StoreAnswer.Missing(query, $"the engine at '{mount.Path}' has no role '{asked.Place.Name}' in {asked.Way!.Roles}/", "create the role, or correct its name in the reference");
        }

        JsonElement role = reply.Json.At("data");
        return !reply.IsSuccess ? (await session.ProblemAsync(reply, cancellation)).Answer(query)
            : role.ValueKind != JsonValueKind.Object ? new StoreProblem(Verdict.Misconfigured, $"{session.Host} does not answer like a Vault", "see whether the address is that of the store").Answer(query)
            : asked.Way!.Period is { } period ? OfKept(query, mount, asked, role, period)
            : await OfIssuedAsync(query, mount, asked, role, cancellation);
    }

    /// <summary>An account that stays, whose password Vault changes.</summary>
    private static StoreAnswer OfKept(SecretQuery query, VaultMount mount, VaultObject asked, JsonElement role, string period)
    {
        const string Schedule = "rotation_schedule"; // in the place of a period
        CronSchedule? schedule = role.At(Schedule).Text() is { } text ? CronSchedule.Parse(text) : null;
        TimeSpan? every = schedule is null ? VaultTune.Lease(role.At(period)) : schedule.LongestPause();
        DateTimeOffset? Told(string name) => role.At(name).Time() is { Year: > 1970 } time ? time : null; // the year 1 where there was none
        DateTimeOffset? last = Told("last_vault_rotation");
        return StoreAnswer.Present(query, new SecretMetadata
        {
            Rotated = last,
            NextRotation = Told("next_vault_rotation") ?? (asked.Way!.IsOnDemand || last is not { } rotated ? null : schedule is null ? rotated + every : schedule.Next(rotated)),
            Term = every is { } span ? new ValueTerm(span, $"'{(schedule is null ? period : Schedule)}' of {mount.Path}/{asked.Path}") : null,
            Fields = FieldsOf(asked.Way!, role),
        });
    }

    /// <summary>An account for each who asks.</summary>
    private async Task<StoreAnswer> OfIssuedAsync(SecretQuery query, VaultMount mount, VaultObject asked, JsonElement role, CancellationToken cancellation)
    {
        CredentialPath way = WayOf(asked.Way!, role);
        var metadata = new SecretMetadata { Fields = FieldsOf(way, role) };
        if (way.IsOnce)
        {
            return StoreAnswer.Present(query, metadata with { Term = Unknown });
        }

        (VaultTune stated, string path) = (Stated(role, way), asked.Path);
        if (stated is { Usual: null, Longest: null } && way.Leases is { } leases)
        {
            using StoreReply reply = await session.GetAsync(mount.Address("", leases), cancellation);
            if (!reply.IsSuccess && reply is not { Problem: null, Status: 400 or 403 or 404 or 405 })
            {
                return (await session.ProblemAsync(reply, cancellation)).Answer(query);
            }

            (stated, path) = (Stated(reply.Json.At("data"), way), leases);
        }

        (VaultTune tune, StoreProblem? problem) = await tunes.OfAsync(mount, cancellation);
        return problem?.Answer(query) ?? StoreAnswer.Present(query, metadata with { Term = TermOf(way, mount, path, stated, tune) }) with { Remark = RemarkOf(way, mount, stated, tune) };
    }

    /// <summary>A role of AWS is of one type or several, and only users are there until their lease ends.</summary>
    private static CredentialPath WayOf(CredentialPath way, JsonElement role) =>
        way.Engine == "aws" && role.At("credential_types") is { ValueKind: JsonValueKind.Array } types && !types.Items().Any(type => type.Text() == "iam_user") ? CredentialPath.OfAwsTokens : way;

    private static VaultTune Stated(JsonElement data, CredentialPath way) => new(VaultTune.Lease(data.At(way.Usual)), VaultTune.Lease(data.At(way.Longest)));

    /// <summary>A role of a database may give out a key or a certificate in the place of a password.</summary>
    private static FieldNames? FieldsOf(CredentialPath way, JsonElement role) =>
        way.Fields.Count == 0 || role.At("credential_type").Text() is not (null or "password") ? null : new FieldNames(way.Fields, AreComplete: false);

    /// <summary>The longest time that one is good for: until it cannot be renewed any more; what nobody renews, until the longest that may be asked for, or else what it is given. No mount gives more than it may.</summary>
    private static ValueTerm TermOf(CredentialPath way, VaultMount mount, string path, VaultTune stated, VaultTune tune)
    {
        string Of(string setting) => $"'{setting}' of {mount.Path}/{path}";
        (TimeSpan? Longest, string Setting) said = stated.Longest is not null ? (stated.Longest, Of(way.Longest))
            : way.IsRenewed && tune.Longest is not null ? (tune.Longest, $"'max_lease_ttl' of the mount '{mount.Path}', for no '{way.Longest}' is said")
            : stated.Usual is not null ? (stated.Usual, Of(way.Usual))
            : way.Fallback is not null ? (way.Fallback, "nothing says otherwise")
            : way.IsRenewed ? (null, "")
            : (tune.Usual, $"'default_lease_ttl' of the mount '{mount.Path}', for no '{way.Usual}' is said");
        return said.Longest is not { } longest ? Unknown
            : tune.Longest < longest ? new ValueTerm(tune.Longest, $"'max_lease_ttl' of the mount '{mount.Path}'") { IsLease = true }
            : new ValueTerm(longest, said.Setting) { IsLease = true };
    }

    /// <summary>What is left to the mount and may not be seen there.</summary>
    private static string RemarkOf(CredentialPath way, VaultMount mount, VaultTune stated, VaultTune tune) =>
        stated.Longest is not null || (way.IsRenewed ? tune.Longest : stated.Usual ?? way.Fallback ?? tune.Usual) is not null ? ""
        : $"how long a credential {(stated.Usual is null ? "is good for" : "can be renewed")} is left to the mount '{mount.Path}', and is not known: the policy lacks 'read' on {VaultTunes.PathOf(mount)}";
}
