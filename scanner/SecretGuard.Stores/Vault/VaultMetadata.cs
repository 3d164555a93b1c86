using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Vault;

/// <summary>The key-value engine of version 2, which tells of a secret without its value.</summary>
internal sealed class VaultMetadata
{
    private readonly VaultSession _session;
    private readonly TimeProvider _time;
    private readonly VaultAnswers _answers;
    private readonly VaultDetails _details;

    public VaultMetadata(VaultSession session, TimeProvider time)
    {
        (_session, _time, _answers) = (session, time, new VaultAnswers(session));
        _details = new VaultDetails(_answers);
    }

    /// <summary>Answers a question by the metadata, and by the names of fields where one is asked for.</summary>
    public async Task<StoreAnswer> AskAsync(SecretQuery query, VaultMount mount, string inner, CancellationToken cancellation)
    {
        if (await _details.FindAsync(mount, inner, cancellation) is { } listed)
        {
            return await JudgeAsync(query, listed, mount, inner, cancellation);
        }

        StoreReply reply = await _answers.GetAsync(mount.Address("metadata", inner), cancellation);
        if (reply.Status == 404 && reply.Problem is null && !VaultProblems.Says(reply, "no handler for route"))
        {
            return StoreAnswer.Missing(query, $"the engine at '{mount.Path}' has no '{inner}'");
        }

        if (!reply.IsSuccess)
        {
            return (await _session.ProblemAsync(reply, cancellation)).Answer(query);
        }

        return await JudgeAsync(query, reply.Json.At("data"), mount, inner, cancellation);
    }

    private async Task<StoreAnswer> JudgeAsync(SecretQuery query, JsonElement data, VaultMount mount, string inner, CancellationToken cancellation)
    {
        StoreAnswer answer = VersionTwo.Judge(query, data, _time.GetUtcNow());
        return answer.Verdict == Verdict.Present && query.Property is not null ? await WithFieldsAsync(answer, mount, inner, cancellation) : answer;
    }

    private async Task<StoreAnswer> WithFieldsAsync(StoreAnswer answer, VaultMount mount, string inner, CancellationToken cancellation)
    {
        string version = answer.Query.Version is null or "latest" ? "" : $"?version={answer.Metadata.Version}";
        StoreReply reply = await _answers.GetAsync(mount.Address("subkeys", inner) + version, cancellation);

        // Vault before 1.10 does not know the word, and a policy may not allow it: then the fields stay unknown.
        if (reply.IsSuccess)
        {
            return VersionTwo.Fields(reply.Json.At("data")) is { } fields ? StoreAnswer.Present(answer.Query, answer.Metadata with { Fields = fields }) : VersionTwo.NotSpoken.Answer(answer.Query);
        }

        return reply is { Problem: null, Status: 400 or 403 or 404 or 405 }
            ? answer with { Remark = "the names of its fields cannot be had: Vault is older than 1.10, or the policy lacks 'read' on subkeys/" }
            : (await _session.ProblemAsync(reply, cancellation)).Answer(answer.Query);
    }

    /// <summary>Lets go of what is known: the next question asks again.</summary>
    public void Forget()
    {
        _answers.Forget();
        _details.Forget();
    }
}
