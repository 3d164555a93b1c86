using System.Text;
using System.Text.Json.Nodes;
using SecretGuard.Stores.Kubernetes;
using SecretGuard.Stores.Tests.Kubernetes;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Tests.Writing;

/// <summary>What writing makes of a Secret, whose Secrets are left alone, and what a cluster does not take.</summary>
public sealed class KubernetesWritingTests : IAsyncLifetime
{
    private const string Name = "team/mail";

    private readonly FakeKubernetes _cluster = new();
    private LoopbackServer _server = null!;
    private KubernetesStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await _cluster.StartAsync();
        _store = new KubernetesStore(new KubernetesAccess { Server = _server.Address, Credential = new FixedCredential(_cluster.Token, null) }, TimeSpan.FromSeconds(10));
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task NewOne_IsOpaque_WithAKeyAField_AndSaysWhoMadeIt()
    {
        (await WriteAsync(Pair("app", "x"))).IsWritten.ShouldBeTrue();
        JsonObject secret = _cluster.Written[Name];
        (secret["type"]!.GetValue<string>(), secret["metadata"]!["labels"]!.ToJsonString()).ShouldBe(("Opaque", """{"app.kubernetes.io/managed-by":"secretguard"}"""));
        (_cluster.Text(Name, "user"), _cluster.Text(Name, "password")).ShouldBe(("app", "x"));
        _server.Requests.ShouldContain("POST /api/v1/namespaces/team/secrets?fieldManager=secretguard");
        (await WriteAsync(Pair("app", "y"))).IsWritten.ShouldBeTrue("it was made here");
        (await WriteAsync(SecretValue.Of([0, 0xFF]))).IsWritten.ShouldBeTrue("a Secret takes bytes");
        _cluster.Written[Name]["data"]!.ToJsonString().ShouldBe("""{"value":"AP8="}""");
    }

    [Fact]
    public async Task OldOne_ChangesInTheKeysThatDiffer_AndKeepsItsTypeAndMarks()
    {
        _cluster.Put(Name, JsonNode.Parse("""{"type":"example.com/pair","metadata":{"labels":{"team":"shop"},"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}"}},"data":{"first":"YQ==","second":"eA==","old":"eA=="}}""")!.AsObject());
        SecretValue value = SecretValue.Of(new Dictionary<string, SecretValue>(StringComparer.Ordinal) { ["first"] = SecretValue.Of("a"), ["second"] = SecretValue.Of("y") });
        (await WriteAsync(value)).IsWritten.ShouldBeTrue();
        _cluster.Written[Name].ToJsonString().ShouldBe("""{"type":"example.com/pair","metadata":{"labels":{"team":"shop"},"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}"},"name":"mail","resourceVersion":"1002"},"data":{"first":"YQ==","second":"eQ=="}}""");
    }

    [Fact]
    public async Task WhatCameRightBeforeTheWrite_IsLeftByTheClusterItself()
    {
        _cluster.Put(Name, "value", "1");
        _cluster.Between = () => _cluster.Put(Name, "value", "theirs");
        (await WriteAsync(SecretValue.Of("2"))).ShouldBe(WriteReply.Changed);
        _cluster.Text(Name, "value").ShouldBe("theirs");
        _cluster.Between = () => _cluster.Written.Clear();
        (await WriteAsync(SecretValue.Of("2"))).ShouldBe(WriteReply.Changed);
        _cluster.Between = () => _cluster.Put(Name, "value", "theirs");
        (await WriteAsync(SecretValue.Of("2"))).ShouldBe(WriteReply.Changed);
        _cluster.Text(Name, "value").ShouldBe("theirs");
    }

    [Fact]
    public async Task EmptyOne_IsFilled()
    {
        _cluster.Put(Name, new JsonObject { ["type"] = "Opaque" });
        var inspector = new ValueInspector();
        StoreAnswer empty = (await new StoreVerifier(new VerifierOptions { Values = inspector }).VerifyAsync(_store, [new SecretQuery(Name)], null, Cancellation)).Answers[0];
        (empty.Verdict, empty.Facts!.IsEmpty, empty.Facts.IsSameAs(inspector.Look((await _store.LookAsync(new SecretQuery(Name), Cancellation)).Value!))).ShouldBe((Verdict.Present, true, true));
        empty.Facts.IsSameAs(inspector.Look(SecretValue.Of("x"))).ShouldBeFalse();
        (await WriteAsync(SecretValue.Of("x"))).IsWritten.ShouldBeTrue();
        _cluster.Text(Name, "value").ShouldBe("x");
    }

    [Theory]
    [InlineData("""{"metadata":{"ownerReferences":[{"kind":"ExternalSecret","name":"db"}]}}""", "what it belongs to (ExternalSecret) keeps it, and would write over it: change it where that takes it from")]
    [InlineData("""{"metadata":{"ownerReferences":[{"kind":"SealedSecret","name":"db"}]}}""", "what it belongs to (SealedSecret) keeps it")]
    [InlineData("""{"metadata":{"ownerReferences":[{"kind":"a word & more"}]}}""", "what it belongs to keeps it")]
    [InlineData("""{"metadata":{"labels":{"reconcile.external-secrets.io/managed":"true"},"ownerReferences":[{"kind":"ExternalSecret"}]}}""", "the External Secrets operator keeps it")]
    [InlineData("""{"metadata":{"labels":{"app.kubernetes.io/managed-by":"Helm"}}}""", "Helm keeps it")]
    [InlineData("""{"metadata":{"annotations":{"sealedsecrets.bitnami.com/managed":"true"}}}""", "the Sealed Secrets controller keeps it")]
    [InlineData("""{"metadata":{"annotations":{"cert-manager.io/certificate-name":"tls"}},"type":"kubernetes.io/tls"}""", "cert-manager keeps it")]
    [InlineData("""{"metadata":{"labels":{"kustomize.toolkit.fluxcd.io/name":"apps"}}}""", "Flux keeps it")]
    [InlineData("""{"metadata":{"annotations":{"argocd.argoproj.io/tracking-id":"shop:/Secret:team/db"}}}""", "Argo CD keeps it")]
    [InlineData("""{"immutable":true}""", "it is immutable: make one under another name")]
    [InlineData("""{"metadata":{"deletionTimestamp":"2026-02-02T00:00:00Z"}}""", "it is being deleted")]
    [InlineData("""{"type":"kubernetes.io/service-account-token"}""", "Kubernetes itself makes it")]
    [InlineData("""{"type":"helm.sh/release.v1"}""", "it is what Helm keeps of a release")]
    [InlineData("""{"metadata":{"labels":{"app.kubernetes.io/managed-by":"kustomize"}}}""", null)]
    [InlineData("""{"immutable":false,"type":"kubernetes.io/tls"}""", null)]
    public async Task WhatOthersKeep_IsLeftAlone_AndKnownBefore(string secret, string? refusal)
    {
        JsonObject whole = JsonNode.Parse(secret)!.AsObject();
        whole["data"] = new JsonObject { ["value"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("old")) };
        _cluster.Put(Name, whole);
        (await _store.ReadAsync(new SecretQuery(Name), Cancellation)).WriteRefusal.ShouldBe((await _store.LookAsync(new SecretQuery(Name), Cancellation)).Standing!.WriteRefusal);
        WriteReply reply = await WriteAsync(SecretValue.Of("new"));
        (reply.Problem?.Cause ?? "").ShouldStartWith(refusal ?? "");
        (reply.IsWritten, _cluster.Text(Name, "value")).ShouldBe((refusal is null, refusal is null ? "new" : "old"));
    }

    [Theory]
    [InlineData("""{"labels":{"kustomize.toolkit.fluxcd.io/name":"apps"}}""", null)]
    [InlineData("""{"annotations":{"argocd.argoproj.io/tracking-id":"shop:/Secret:team/db"}}""", null)]
    [InlineData("""{"annotations":{"meta.helm.sh/release-name":"shop"}}""", "Helm keeps it, and would write over it: change it where that takes it from, or, where it leaves the values alone, say 'deployers: helm' at the store")]
    [InlineData("""{"annotations":{"argocd.argoproj.io/tracking-id":"shop"},"ownerReferences":[{"kind":"ExternalSecret"}]}""", "what it belongs to (ExternalSecret) keeps it, and would write over it: change it where that takes it from")]
    public async Task Deployer_ThatLeavesValuesAlone_IsNoObstacle(string metadata, string? refusal)
    {
        using var store = new KubernetesStore(new KubernetesAccess { Server = _server.Address, Credential = new FixedCredential(_cluster.Token, null) }, TimeSpan.FromSeconds(10)) { Deployers = ["argo-cd", "flux"] };
        _cluster.Put(Name, new JsonObject { ["metadata"] = JsonNode.Parse(metadata), ["data"] = new JsonObject { ["value"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("old")) } });
        StandingReply standing = await store.LookAsync(new SecretQuery(Name), Cancellation);
        standing.Standing!.WriteRefusal.ShouldBe(refusal);
        (await store.WriteAsync(new SecretQuery(Name), SecretValue.Of("new"), standing.Standing, Cancellation)).IsWritten.ShouldBe(refusal is null);
        _cluster.Text(Name, "value").ShouldBe(refusal is null ? "new" : "old");
    }

    [Theory]
    [InlineData(403, "Forbidden", "secrets is forbidden: User \"app\" cannot patch", Verdict.Forbidden, "no role lets this identity write it")]
    [InlineData(403, "Forbidden", "exceeded quota: objects, requested: secrets=1", Verdict.Misconfigured, "quota has no room")]
    [InlineData(403, "Forbidden", "unable to create new content in namespace team because it is being terminated", Verdict.Misconfigured, "the namespace is being deleted")]
    [InlineData(400, "BadRequest", "admission webhook \"policy\" denied the request", Verdict.Forbidden, "a policy of the cluster refuses it")]
    [InlineData(409, "Conflict", "Operation cannot be fulfilled on resourcequotas", Verdict.Throttled, "changes at this moment")]
    [InlineData(404, "NotFound", "namespaces \"team\" not found", Verdict.Misconfigured, "there is no namespace 'team'")]
    [InlineData(413, "RequestEntityTooLarge", "limit", Verdict.Misconfigured, "more than the cluster takes")]
    [InlineData(422, "Invalid", "Secret \"db\" is invalid: data[tls.crt]: Required value", Verdict.Misconfigured, "lacks a key")]
    [InlineData(429, "TooManyRequests", "wait", Verdict.Throttled, "asked less often")]
    [InlineData(500, "InternalError", "etcd", Verdict.Unreachable, "a fault of its own")]
    public async Task Refusal_SaysWhy(int status, string reason, string message, Verdict verdict, string cause)
    {
        _cluster.Refusal = (status, reason, $"{message} {_cluster.Value}");
        StoreProblem problem = (await WriteAsync(SecretValue.Of("1"))).Problem.ShouldNotBeNull();
        problem.Verdict.ShouldBe(verdict);
        problem.Cause.ShouldContain(cause);
        problem.ToString().ShouldNotContain(_cluster.Value);
    }

    [Theory]
    [InlineData("a-b_c.D", true)]
    [InlineData("two words", false)]
    [InlineData("..data", false)]
    [InlineData("", false)]
    public async Task Field_IsAKey(string field, bool isOne) =>
        (await WriteAsync(SecretValue.Of(new Dictionary<string, SecretValue>(StringComparer.Ordinal) { [field] = SecretValue.Of("x"), ["other"] = SecretValue.Of("y") }))).IsWritten.ShouldBe(isOne);

    [Fact]
    public async Task MoreThanASecretTakes_IsRefused()
    {
        (await WriteAsync(SecretValue.Of(new byte[(1 << 20) + 1]))).Problem.ShouldNotBeNull().Cause.ShouldContain("1 MB");
        _cluster.Written.ShouldBeEmpty();
    }

    [Fact]
    public void Permissions_AreARole() => _store.WritePermissions([new("db"), new("team/x"), new("team/a"), new("..")]).ShouldBe("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: secretguard-write
          namespace: default
        rules:
        - apiGroups: [""]
          resources: [secrets]
          verbs: [get, patch]
          resourceNames: [db]
        # To create what is not there yet; no role can say which names that may have.
        - apiGroups: [""]
          resources: [secrets]
          verbs: [create]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: secretguard-write
          namespace: team
        rules:
        - apiGroups: [""]
          resources: [secrets]
          verbs: [get, patch]
          resourceNames: [a, x]
        # To create what is not there yet; no role can say which names that may have.
        - apiGroups: [""]
          resources: [secrets]
          verbs: [create]
        ---

        """.ReplaceLineEndings("\n"));

    private async Task<WriteReply> WriteAsync(SecretValue value) =>
        await _store.WriteAsync(new SecretQuery(Name), value, (await _store.LookAsync(new SecretQuery(Name), Cancellation)).Standing!, Cancellation);

    private static SecretValue Pair(string user, string password) =>
        SecretValue.Of(new Dictionary<string, SecretValue>(StringComparer.Ordinal) { ["user"] = SecretValue.Of(user), ["password"] = SecretValue.Of(password) });
}
