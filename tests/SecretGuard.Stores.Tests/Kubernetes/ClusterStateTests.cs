using System.Text.Json;
using SecretGuard.Stores.Kubernetes;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Kubernetes;

/// <summary>What operators say in a cluster.</summary>
public sealed class ClusterStateTests
{
    private const string Group = "external-secrets.io";

    /// <summary>Conditions as the operators write them; each message holds what nobody may see again.</summary>
    [Theory]
    [InlineData("True", "SecretSynced", "secret synced", Readiness.Ready, "")]
    [InlineData("False", "InvalidProviderConfig", "unable to log in with Kubernetes auth: Error making API request. Code: 503. Errors: * Vault is sealed", Readiness.NotReady, "the Vault behind it is sealed")]
    [InlineData("False", "InvalidProviderConfig", "unable to log in with Kubernetes auth: Error making API request. Code: 403. Errors: * permission denied", Readiness.NotReady, "Vault refuses the operator's Kubernetes login")]
    [InlineData("False", "SecretSyncedError", "cannot read secret data from Vault: Code: 403. Errors: * permission denied", Readiness.NotReady, "the store refuses the operator this path")]
    [InlineData("False", "SecretSyncedError", "could not get secret data from provider: Secret does not exist", Readiness.NotReady, "the store has no secret of its key")]
    [InlineData("False", "SecretSyncedError", "cannot find secret data for key: \"password\"", Readiness.NotReady, "the secret is there, and lacks the property that is asked for")]
    [InlineData("False", "InvalidProviderConfig", "missing environment variable AZURE_FEDERATED_TOKEN_FILE", Readiness.NotReady, "no federated token is mounted into the operator")]
    [InlineData("False", "SecretSyncedError", "AADSTS700213: No matching federated identity record found", Readiness.NotReady, "Entra ID refuses the operator's identity")]
    [InlineData("False", "SecretSyncedError", "User: arn:aws:sts::1:assumed-role/x is not authorized to perform: secretsmanager:GetSecretValue", Readiness.NotReady, "AWS lets the operator's role not do it")]
    [InlineData("False", "SomethingNew", "words that nobody knows", Readiness.NotReady, "its operator says SomethingNew")]
    [InlineData("False", "not a word", "words that nobody knows", Readiness.NotReady, "its operator says that it is not ready")]
    [InlineData("Unknown", "Waiting", "", Readiness.Pending, "its operator says Waiting")]
    public async Task Condition_IsUnderstood_AndItsMessageNeverRepeated(string status, string reason, string message, Readiness expected, string cause)
    {
        string canary = Guid.NewGuid().ToString("N");
        await using LoopbackServer server = await ServeAsync(path => path.EndsWith("/externalsecrets/db", StringComparison.Ordinal)
            ? $$$"""{"kind":"ExternalSecret","metadata":{"name":"db"},"status":{"conditions":[{"type":"Deleted","status":"False"},{"type":"Ready","status":"{{{status}}}","reason":"{{{reason}}}","message":{{{JsonSerializer.Serialize(message + " " + canary)}}},"lastTransitionTime":"2026-02-03T04:05:06Z"}]}}"""
            : null);
        using var cluster = new ClusterState(new KubernetesAccess { Server = server.Address }, TimeSpan.FromSeconds(5));
        ClusterStatus told = await AskAsync(cluster, Group, "ExternalSecret", "db");
        (told.State, told.Cause, told.Problem).ShouldBe((expected, cause, null));
        told.ToString().ShouldNotContain(canary);
        (told.Advice.Length > 0).ShouldBe(expected != Readiness.Ready);
        server.Requests.ShouldContain(request => request.EndsWith("/apis/external-secrets.io/v1/namespaces/shop/externalsecrets/db", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cluster_WithoutTheObjectOrItsOperator_SaysSo()
    {
        await using LoopbackServer server = await ServeAsync(path => path.EndsWith("/clustersecretstores/fresh", StringComparison.Ordinal) ? """{"metadata":{"name":"fresh"}}""" : null);
        using var cluster = new ClusterState(new KubernetesAccess { Server = server.Address }, TimeSpan.FromSeconds(5));
        (await AskAsync(cluster, Group, "ExternalSecret", "db")).State.ShouldBe(Readiness.Absent);
        (await AskAsync(cluster, Group, "ClusterSecretStore", "fresh")).State.ShouldBe(Readiness.Pending, "nothing is said of it yet");
        (await AskAsync(cluster, "unknown.io", "Thing", "db")).Problem.ShouldNotBeNull().Cause.ShouldBe("the cluster does not know 'unknown.io': its operator is not installed");
        server.Requests.ShouldContain(request => request.EndsWith("/apis/external-secrets.io/v1/clustersecretstores/fresh", StringComparison.Ordinal), "it has no namespace");
    }

    [Theory]
    [InlineData("..", "db")]
    [InlineData("shop", "../../namespaces/other/secrets/db")]
    [InlineData("{{ .Release.Namespace }}", "db")]
    public async Task TextThatIsNoName_IsAskedOfNobody(string space, string name)
    {
        await using LoopbackServer server = await ServeAsync(_ => null);
        using var cluster = new ClusterState(new KubernetesAccess { Server = server.Address }, TimeSpan.FromSeconds(5));
        (await cluster.AskAsync(Group, "ExternalSecret", space, name, TestContext.Current.CancellationToken)).Problem.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Misconfigured);
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", Readiness.Pending)]
    [InlineData("""{"status":{"secretProviderClassName":"api","mounted":true}}""", Readiness.Ready)]
    [InlineData("""{"status":{"secretProviderClassName":"api","mounted":true}},{"status":{"secretProviderClassName":"api"}}""", Readiness.NotReady)]
    [InlineData("""{"status":{"secretProviderClassName":"other","mounted":true}}""", Readiness.Pending)]
    public async Task ProviderClass_WorksWherePodsMountIt(string pods, Readiness expected)
    {
        await using LoopbackServer server = await ServeAsync(path => path.EndsWith("/secretproviderclasses/api", StringComparison.Ordinal) ? """{"metadata":{"name":"api"}}"""
            : path.EndsWith("/secretproviderclasspodstatuses", StringComparison.Ordinal) ? $$"""{"items":[{{pods}}]}""" : null);
        using var cluster = new ClusterState(new KubernetesAccess { Server = server.Address }, TimeSpan.FromSeconds(5));
        (await AskAsync(cluster, "secrets-store.csi.x-k8s.io", "SecretProviderClass", "api")).State.ShouldBe(expected);
    }

    [Theory]
    [InlineData(Fault.TooManyRequests, Verdict.Throttled)]
    [InlineData(Fault.ServerError, Verdict.Unreachable)]
    [InlineData(Fault.Truncated, Verdict.Unreachable)]
    [InlineData(Fault.HalfJson, Verdict.Unreachable)]
    [InlineData(Fault.Page, Verdict.Misconfigured)]
    [InlineData(Fault.Empty, Verdict.Misconfigured)]
    [InlineData(Fault.OtherJson, Verdict.Misconfigured)]
    public async Task Fault_IsAProblem_ThatQuotesNothing(Fault fault, Verdict expected)
    {
        string canary = Guid.NewGuid().ToString("N");
        await using LoopbackServer server = await ServeAsync(_ => null);
        server.Break(fault, canary);
        using var cluster = new ClusterState(new KubernetesAccess { Server = server.Address }, TimeSpan.FromSeconds(2));
        ClusterStatus told = await AskAsync(cluster, Group, "ExternalSecret", "db");
        told.Problem.ShouldNotBeNull().Verdict.ShouldBe(expected);
        told.ToString().ShouldNotContain(canary);
    }

    private static Task<ClusterStatus> AskAsync(ClusterState cluster, string group, string kind, string name) => cluster.AskAsync(group, kind, "shop", name, TestContext.Current.CancellationToken);

    /// <summary>The API of a cluster with two operators.</summary>
    private static Task<LoopbackServer> ServeAsync(Func<string, string?> answer) => LoopbackServer.StartAsync(context =>
    {
        string path = context.Request.Path.Value!;
        string? json = path is "/apis/external-secrets.io" or "/apis/secrets-store.csi.x-k8s.io" ? """{"kind":"APIGroup","preferredVersion":{"version":"v1"}}""" : answer(path);
        return LoopbackServer.WriteAsync(context, json is null ? 404 : 200, json ?? """{"kind":"Status","status":"Failure","reason":"NotFound","code":404}""");
    });
}
