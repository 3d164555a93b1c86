using System.Text;
using SecretGuard.Stores.Kubernetes;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Kubernetes;

public sealed class KubeconfigTests : IDisposable
{
    private const string Frame = """
        current-context: c
        contexts:
        - name: c
          context: { cluster: k, user: u, namespace: team }
        clusters:
        - name: k
          cluster: { server: "https://k.example:6443" }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Token_IsRead()
    {
        string token = "t" + Guid.NewGuid().ToString("N");
        KubernetesAccess access = Read(Frame + $"users: [{{ name: u, user: {{ token: {token} }} }}]");
        (access.Server, access.Namespace, access.Problem).ShouldBe(("https://k.example:6443", "team", null));
        (await access.Credential.ReadAsync(TestContext.Current.CancellationToken)).Token.ShouldBe(token);
        access.ToString().ShouldNotContain(token);
    }

    [Fact]
    public async Task TokenFile_IsBesideTheKubeconfig()
    {
        _folder.Write("token", "kept\n");
        KubernetesAccess access = Read(Frame + "users: [{ name: u, user: { tokenFile: token } }]");
        (await access.Credential.ReadAsync(TestContext.Current.CancellationToken)).Token.ShouldBe("kept");
        File.Delete(Path.Combine(_folder.Path, "token"));
        (await access.Credential.ReadAsync(TestContext.Current.CancellationToken)).Problem!.Verdict.ShouldBe(Verdict.Unauthenticated);
    }

    [Fact]
    public async Task ClientCertificate_IsRead_AsDataOrFile()
    {
        using var made = TestCertificates.Make();
        string certificate = made.ExportCertificatePem(), key = System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions.GetECDsaPrivateKey(made)!.ExportPkcs8PrivateKeyPem();
        _folder.Write("key.pem", key);
        KubernetesAccess access = Read(Frame + $"users: [{{ name: u, user: {{ client-certificate-data: {Convert.ToBase64String(Encoding.UTF8.GetBytes(certificate))}, client-key: key.pem }} }}]");
        (await access.Credential.ReadAsync(TestContext.Current.CancellationToken)).Certificate!.Thumbprint.ShouldBe(made.Thumbprint);
    }

    [Fact]
    public void SkippedVerification_IsTold()
    {
        KubernetesAccess access = Read(Frame.Replace("6443\"", "6443\", insecure-skip-tls-verify: true", StringComparison.Ordinal));
        access.SkipsVerification.ShouldBeTrue();
        access.Notices.ShouldHaveSingleItem().ShouldContain("insecure-skip-tls-verify");
        Read(Frame).SkipsVerification.ShouldBeFalse();
    }

    [Fact]
    public async Task SeveralFiles_AreMerged_TheFirstWins()
    {
        string first = _folder.Write("a", "users: [{ name: u, user: { token: one } }]"), second = _folder.Write("b", Frame + "users: [{ name: u, user: { token: two } }]");
        KubernetesAccess access = Kubeconfig.Read([first, second]);
        (await access.Credential.ReadAsync(TestContext.Current.CancellationToken)).Token.ShouldBe("one");
        Kubeconfig.Ambient(name => name == "KUBECONFIG" ? string.Join(Path.PathSeparator, first, second) : null, _folder.Path).Server.ShouldBe("https://k.example:6443");
    }

    [Fact]
    public void Server_ChoosesItsContext()
    {
        string file = _folder.Write("config", "current-context: a\ncontexts: [{ name: a, context: { cluster: a } }, { name: b, context: { cluster: b, namespace: shop } }]\nclusters: [{ name: a, cluster: { server: 'https://a.example' } }, { name: b, cluster: { server: 'https://B.example/' } }]\n");
        Kubeconfig.Read([file]).Server.ShouldBe("https://a.example");
        Kubeconfig.Read([file], server: "https://b.example").Namespace.ShouldBe("shop");
        Kubeconfig.Read([file], server: "https://c.example").Problem!.Cause.ShouldContain("no context for the cluster at https://c.example");
        Kubeconfig.Read([file], "a", "https://b.example").Server.ShouldBe("https://a.example", "a context was named");
    }

    [Theory]
    [InlineData("", "no current context")]
    [InlineData("current-context: x", "no context 'x'")]
    [InlineData("current-context: [", "no valid YAML")]
    [InlineData("contexts: [a\nb: c\n", "no valid YAML")]
    [InlineData("current-context: c\ncontexts: [{ name: c, context: { cluster: other } }]", "names a cluster")]
    [InlineData("FRAME users: [{ name: u, user: { auth-provider: { name: gcp } } }]", "auth-provider")]
    [InlineData("FRAME users: [{ name: u, user: { username: a } }]", "user and password")]
    [InlineData("FRAME users: [{ name: u, user: { client-certificate-data: '!', client-key-data: '!' } }]", "cannot be read")]
    [InlineData("FRAME users: [{ name: u, user: { exec: { args: [a] } } }]", "no command")]
    public void Trouble_IsMisconfigured(string text, string cause)
    {
        KubernetesAccess access = Read(text.Replace("FRAME ", Frame, StringComparison.Ordinal));
        access.Problem!.Verdict.ShouldBe(Verdict.Misconfigured);
        access.Problem.Cause.ShouldContain(cause);
    }

    [Theory]
    [InlineData("echo '{\"status\":{\"token\":\"'$PART'\"}}'", "set", null)]
    [InlineData("echo $KUBERNETES_EXEC_INFO | grep -q '\"interactive\":false' && echo '{\"status\":{\"token\":\"yes\"}}'", "yes", null)]
    [InlineData("echo hidden >&2; exit 3", null, "ended with 3")]
    [InlineData("echo hidden", null, "does not write what Kubernetes expects")]
    [InlineData("echo '{\"status\":{}}'", null, "wrote no credential")]
    public async Task Plugin_SignsIn(string script, string? token, string? cause)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the plugin of this test is a shell script");
        string plugin = _folder.Write("plugin", script + "\n");
        KubernetesAccess access = Read(Frame + $"users: [{{ name: u, user: {{ exec: {{ command: sh, args: [{plugin}], apiVersion: client.authentication.k8s.io/v1, env: [{{ name: PART, value: set }}] }} }} }}]");
        (string? given, _, StoreProblem? problem) = await access.Credential.ReadAsync(TestContext.Current.CancellationToken);
        given.ShouldBe(token);
        if (cause is not null)
        {
            (problem!.Verdict, problem.IsStoreWide).ShouldBe((Verdict.Unauthenticated, true));
            problem.Cause.ShouldContain(cause);
            problem.Cause.ShouldNotContain("hidden");
        }
    }

    [Fact]
    public async Task Pod_HasItsServiceAccount()
    {
        _folder.Write("token", "kept");
        _folder.Write("namespace", "team");
        _folder.Write("ca.crt", "pem");
        KubernetesAccess access = KubernetesAccess.InCluster(name => name == "KUBERNETES_SERVICE_HOST" ? "fd00::1" : "443", _folder.Path)!;
        (access.Server, access.Namespace, access.AuthoritiesPem).ShouldBe(("https://[fd00::1]:443", "team", "pem"));
        (await access.Credential.ReadAsync(TestContext.Current.CancellationToken)).Token.ShouldBe("kept");
        KubernetesAccess.InCluster(_ => null, _folder.Path).ShouldBeNull();
    }

    private KubernetesAccess Read(string text) => Kubeconfig.Read([_folder.Write("config", text)]);
}
