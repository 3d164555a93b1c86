using System.Text.Json;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;
using SecretGuard.Text;

namespace SecretGuard.Stores.Kubernetes;

/// <summary>
/// Writes Secrets. The cluster checks and sets by itself: to create fails where there is one already, and a patch that names a resource version where that is
/// no more the newest. Only keys that change are sent, so that type, labels and annotations stay; what comes back holds no value.
/// </summary>
/// <param name="connection">The cluster.</param>
/// <param name="quiet">Those who deploy Secrets and leave their values alone.</param>
internal sealed class KubernetesWriting(KubernetesConnection connection, IReadOnlyCollection<string> quiet)
{
    private const string Whole = "application/json";

    /// <summary>Metadata, of a server that can leave the rest out.</summary>
    private const string Metadata = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1, application/json";
    private const string Manager = "?fieldManager=secretguard";
    private const int LongestKey = 253;

    /// <summary>What a Secret takes.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>That a value has more.</summary>
    public static StoreProblem TooLong => new(Verdict.Misconfigured, "the value has more than the 1 MB that a Secret takes", "keep it in another store");

    /// <summary>The value of a Secret; null where an answer is none.</summary>
    public static SecretValue? ValueOf(JsonElement secret)
    {
        var fields = new Dictionary<string, SecretValue>(StringComparer.Ordinal);
        foreach (JsonProperty field in secret.At("data").Members())
        {
            if (field.Value.ValueKind != JsonValueKind.String || !field.Value.TryGetBytesFromBase64(out byte[]? bytes))
            {
                return null;
            }

            fields[field.Name] = SecretValue.Of(bytes);
        }

        return secret.At("metadata", "name").Text() is null ? null : SecretValue.Of(fields);
    }

    /// <summary>What stands there.</summary>
    public async Task<StandingReply> LookAsync(string space, string name, CancellationToken cancellation)
    {
        using StoreReply reply = await connection.GetAsync($"api/v1/namespaces/{space}/secrets/{name}", Whole, cancellation);
        return reply is { Status: 404, Problem: null } && reply.Json.At("kind").Text() == "Status" ? StandingReply.Of(Standing.Absent, null)
            : !reply.IsSuccess ? StandingReply.Failed(connection.ProblemOf(reply))
            : reply.Json.At("metadata", "resourceVersion").Text() is { } version && ValueOf(reply.Json) is { } value
                ? StandingReply.Of(new Standing { Mark = version, WriteRefusal = KubernetesKeeper.Refusal(reply.Json, quiet) }, value)
            : StandingReply.Failed(connection.NoKubernetes);
    }

    /// <summary>Writes, where what is expected stands there.</summary>
    public async Task<WriteReply> WriteAsync(string space, string name, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, SecretValue> fields = ValueShape.Fields(value);
        if (Unfit(fields) is { } unfit)
        {
            return WriteReply.Failed(unfit);
        }

        if (expected.Mark is null)
        {
            return await CreateAsync(space, name, fields, cancellation);
        }

        StandingReply now = await LookAsync(space, name, cancellation);
        if (now.Problem is not null || now.Standing!.Mark != expected.Mark)
        {
            return now.Problem is { } problem ? WriteReply.Failed(problem) : WriteReply.Changed;
        }

        return now.Standing.WriteRefusal is { } refusal ? WriteReply.Failed(new StoreProblem(Verdict.Misconfigured, refusal, ""))
            : await ChangeAsync(space, name, now.Value!.Fields!, fields, expected.Mark, cancellation);
    }

    private async Task<WriteReply> CreateAsync(string space, string name, IReadOnlyDictionary<string, SecretValue> fields, CancellationToken cancellation)
    {
        string labels = JsonText.Object((KubernetesKeeper.Own.Name, JsonText.Of(KubernetesKeeper.Own.Text)));
        string body = JsonText.Object(
            ("apiVersion", JsonText.Of("v1")),
            ("kind", JsonText.Of("Secret")),
            ("metadata", JsonText.Object(("name", JsonText.Of(name)), ("labels", labels))),
            ("type", JsonText.Of("Opaque")),
            ("data", JsonText.Object([.. fields.Select(Member)])));
        using StoreReply reply = await connection.SendAsync(HttpMethod.Post, $"api/v1/namespaces/{space}/secrets{Manager}", Metadata, (Whole, body), cancellation);
        return reply is { Status: 409, Problem: null } && reply.Json.At("reason").Text() == "AlreadyExists" ? WriteReply.Changed
            : reply is { Status: 404, Problem: null } && reply.Json.At("kind").Text() == "Status" ? WriteReply.Failed(new StoreProblem(Verdict.Misconfigured, $"there is no namespace '{space}'", "correct the namespace, or the cluster"))
            : Written(reply);
    }

    private async Task<WriteReply> ChangeAsync(string space, string name, IReadOnlyDictionary<string, SecretValue> standing, IReadOnlyDictionary<string, SecretValue> fields, string version, CancellationToken cancellation)
    {
        (string, string)[] changes =
        [
            .. fields.Where(field => !standing.TryGetValue(field.Key, out SecretValue? before) || !before.Whole.AsSpan().SequenceEqual(field.Value.Whole)).Select(Member),
            .. standing.Keys.Where(key => !fields.ContainsKey(key)).Select(key => (key, "null")),
        ];
        string body = JsonText.Object(("metadata", JsonText.Object(("resourceVersion", JsonText.Of(version)))), ("data", JsonText.Object(changes)));
        using StoreReply reply = await connection.SendAsync(HttpMethod.Patch, $"api/v1/namespaces/{space}/secrets/{name}{Manager}", Metadata, ("application/merge-patch+json", body), cancellation);
        return reply is { Status: 409 or 404, Problem: null } && reply.Json.At("kind").Text() == "Status" ? WriteReply.Changed : Written(reply);
    }

    private static (string, string) Member(KeyValuePair<string, SecretValue> field) => (field.Key, JsonText.Of(Convert.ToBase64String(field.Value.Whole!)));

    private static StoreProblem? Unfit(IReadOnlyDictionary<string, SecretValue> fields) =>
        fields.Keys.FirstOrDefault(key => key.Length is 0 or > LongestKey || key.StartsWith("..", StringComparison.Ordinal) || key == "." || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) is { } key
            ? new StoreProblem(Verdict.Misconfigured, $"its field '{key}' cannot be a key of a Secret: that has letters, digits and -_.", "call the field otherwise")
        : fields.Values.Sum(field => (long)(field.Whole?.Length ?? 0)) > MostBytes ? TooLong : null;

    private WriteReply Written(StoreReply reply) =>
        !reply.IsSuccess ? WriteReply.Failed(ProblemOf(reply))
        : reply.Json.At("metadata", "resourceVersion").Text() is not null ? WriteReply.Written(null) : WriteReply.Failed(connection.NoKubernetes);

    /// <summary>What the cluster says of a write. Its message is looked at, never quoted: a webhook may repeat what it was sent.</summary>
    private StoreProblem ProblemOf(StoreReply reply)
    {
        string message = reply.Json.At("message").Text() ?? "";
        bool Says(string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);
        StoreProblem Other() => connection.ProblemOf(reply);
        return reply switch
        {
            { Problem: not null } => Other(),
            { Status: >= 400 and < 500 } when Says("admission webhook") || Says("ValidatingAdmissionPolicy") => new StoreProblem(Verdict.Forbidden, "a policy of the cluster refuses it", "see what its admission webhooks and policies ask of Secrets"),
            { Status: 403 } when Says("exceeded quota") => new StoreProblem(Verdict.Misconfigured, "the namespace's quota has no room for it", "delete some, or have the quota raised"),
            { Status: 403 } when Says("being terminated") => new StoreProblem(Verdict.Misconfigured, "the namespace is being deleted", "correct the namespace, or wait"),
            { Status: 403 } when Other().Verdict == Verdict.Forbidden => new StoreProblem(Verdict.Forbidden, "no role lets this identity write it", "bind the role that '--permissions' prints"),
            { Status: 409 } => new StoreProblem(Verdict.Throttled, "the namespace's quota changes at this moment", "run it again") { IsTransient = true },
            { Status: 413 } => new StoreProblem(Verdict.Misconfigured, "the value has more than the cluster takes", "keep it in another store"),
            { Status: 422 } => new StoreProblem(Verdict.Misconfigured, "the cluster does not take it: it lacks a key that a Secret of its type has, or has one that is none", "see what its type asks for, and write its keys as fields"),
            _ => Other(),
        };
    }
}
