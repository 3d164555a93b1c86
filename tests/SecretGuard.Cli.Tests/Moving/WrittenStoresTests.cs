using System.Text.Json;
using System.Text.Json.Nodes;
using SecretGuard.Stores.Tests.Aws;
using SecretGuard.Stores.Tests.Kubernetes;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Cli.Tests.Moving;

/// <summary>What <c>sync</c> and <c>rotate</c> make of further stores; as the program that users run.</summary>
public sealed class WrittenStoresTests
{
    [Fact]
    public void UserSecrets_AreFilledFromADotEnvFile_AndRotated()
    {
        using var box = new Sandbox(git: false);
        string token = box.Secret(), other = box.Secret();
        box.Write("secretguard.yml", """
            version: 1
            stores:
              env: { type: dotenv, path: .env }
              own: { type: user-secrets, id: shop, transform: double-underscore-to-colon }
            secrets:
              GitHub__Token: { store: env, mirrors: [own], names: { own: "GitHub:Token" } }
              Db: { store: own, fields: [User, Password], rotation: { every: 30d, generate: { type: password, length: 40, symbols: "-_", field: Password } } }
            """).Write(".env", $"GitHub__Token='{token}'\n");
        string path = OperatingSystem.IsWindows() ? "Microsoft/UserSecrets/shop/secrets.json" : ".microsoft/usersecrets/shop/secrets.json";
        (string, string?)[] home = [("HOME", box.Root), ("APPDATA", OperatingSystem.IsWindows() ? box.Root : null)];
        Sandbox.Outcome Run(params string[] line) => box.Run(line, null, home);

        Sandbox.Outcome plan = Run("sync", "--from", "env", "--to", "own");
        (plan.ExitCode, plan.Output.Contains("create        GitHub__Token → GitHub:Token", StringComparison.Ordinal)).ShouldBe((1, true), plan.Output + plan.Error);
        Sandbox.Outcome applied = Run("sync", "--from", "env", "--to", "own", "--apply");
        (applied.ExitCode, applied.Output.Contains("GitHub:Token: the store keeps no versions", StringComparison.Ordinal)).ShouldBe((0, true), applied.Output + applied.Error);
        box.Read(path).ShouldBe($"{{\n  \"GitHub:Token\": \"{token}\"\n}}\n");

        box.Write(path, $$"""
            {
              // of the shop
              "Db": { "User": "app", "Password": "{{other}}" },
              "GitHub:Token": "{{token}}"
            }
            """);
        File.SetLastWriteTimeUtc(Path.Combine(box.Root, path), TimeProvider.System.GetUtcNow().UtcDateTime - TimeSpan.FromDays(1));
        Sandbox.Outcome rotated = Run("rotate", "Db", "--apply", "--record", "rotate.json");
        rotated.ExitCode.ShouldBe(0, rotated.Output + rotated.Error);
        string made = JsonDocument.Parse(box.Read(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement.GetProperty("Db").GetProperty("Password").GetString()!;
        (made.Length, made == other).ShouldBe((40, false));
        box.Read(path).ShouldBe($$"""
            {
              // of the shop
              "Db": { "User": "app", "Password": "{{made}}" },
              "GitHub:Token": "{{token}}"
            }
            """);
        ShouldShowNothingOf([.. box.Planted, made], plan, applied, rotated);
        box.Read("rotate.json").ShouldNotContain(made);
    }

    [Fact]
    public async Task Kubernetes_IsWritten_ButForWhatOthersKeep()
    {
        var cluster = new FakeKubernetes();
        await using LoopbackServer server = await cluster.StartAsync();
        using var box = new Sandbox(git: false);
        string first = box.Secret(), second = box.Secret(), third = box.Secret();
        box.Write("kube.yml", $"""
            current-context: c
            contexts:
            - name: c
              context:
                cluster: k
                user: u
            users:
            - name: u
              user:
                token: {cluster.Token}
            clusters:
            - name: k
              cluster:
                server: "{server.Address}"
            """).Write("secretguard.yml", """
            version: 1
            stores:
              env: { type: dotenv, path: .env }
              cluster: { type: kubernetes, kubeconfig: kube.yml, namespace: team, deployers: argo-cd }
            secrets:
              ghcr-token: { store: env, mirrors: [cluster] }
              mail: { store: env, mirrors: [cluster] }
              shop: { store: env, mirrors: [cluster] }
              jwt: { store: cluster, rotation: { every: 30d, generate: { type: random, bits: 256, encoding: hex, field: current, previous: previous } } }
              kept: { store: cluster, rotation: { every: 30d, generate: { type: random, field: current } } }
            """).Write(".env", $"ghcr-token={first}\nmail={second}\nshop={third}\n");
        cluster.Put("team/mail", JsonNode.Parse($$$"""{"type":"Opaque","metadata":{"annotations":{"argocd.argoproj.io/tracking-id":"shop:/Secret:team/mail"}},"data":{"value":"{{{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(third))}}}"}}""")!.AsObject());
        cluster.Put("team/shop", JsonNode.Parse("""{"type":"Opaque","metadata":{"ownerReferences":[{"kind":"ExternalSecret","name":"shop"}]},"data":{"value":"b2xk"}}""")!.AsObject());
        cluster.Put("team/kept", JsonNode.Parse("""{"immutable":true,"type":"Opaque","data":{"current":"b2xk"}}""")!.AsObject());
        cluster.Put("team/jwt", "current", third);

        Sandbox.Outcome plan = box.Run("sync", "--from", "env", "--to", "cluster", "--overwrite");
        plan.ExitCode.ShouldBe(1, plan.Output + plan.Error);
        plan.Output.ReplaceLineEndings("\n").ShouldEndWith("""
              create        ghcr-token
              update        mail        another value is there
              refuse        shop        what it belongs to (ExternalSecret) keeps it, and would write over it: change it where that takes it from
            1 to create, 1 to update, 0 as it is, 1 refused, 0 lacking, 0 not told; nothing is written without --apply

            """.ReplaceLineEndings("\n"));
        Sandbox.Outcome applied = box.Run("sync", "--from", "env", "--to", "cluster", "--overwrite", "--apply", "--record", "sync.json");
        applied.ExitCode.ShouldBe(1, applied.Output + applied.Error);
        applied.Output.ShouldContain($"kubectl --server {server.Address} delete secret --namespace team ghcr-token");
        applied.Output.ShouldContain("mail: the store keeps no versions");
        (cluster.Text("team/ghcr-token", "value"), cluster.Text("team/mail", "value"), cluster.Text("team/shop", "value")).ShouldBe((first, second, "old"));

        Sandbox.Outcome rotated = box.Run("rotate", "jwt", "kept", "--apply");
        rotated.ExitCode.ShouldBe(1, rotated.Output + rotated.Error);
        rotated.Output.ShouldContain("refuse: kept (cluster 'team/kept')\n  why: it is immutable: make one under another name");
        (cluster.Text("team/jwt", "previous"), cluster.Text("team/jwt", "current")!.Length).ShouldBe((third, 64));
        Sandbox.Outcome permissions = box.Run("rotate", "jwt", "--permissions");
        permissions.Output.ShouldContain("  verbs: [get, patch]\n  resourceNames: [jwt]\n");
        ShouldShowNothingOf([.. box.Planted, cluster.Token, cluster.Text("team/jwt", "current")!], plan, applied, rotated);
        ShouldShowNothingOf(box.Planted, new Sandbox.Outcome(0, box.Read("sync.json"), ""));
    }

    [Fact]
    public async Task Parameters_AreWritten_AndTellTheirVersions()
    {
        var aws = new FakeParameterStore();
        await using LoopbackServer server = await aws.StartAsync();
        using var box = new Sandbox(git: false);
        string token = box.Secret(), old = box.Secret();
        box.Write("secretguard.yml", $$"""
            version: 1
            stores:
              env: { type: dotenv, path: .env }
              aws: { type: aws-ssm, region: {{FakeAws.Region}}, address: "{{server.Address}}", prefix: /shop/, transform: underscore-to-hyphen-lower }
            secrets:
              GHCR_TOKEN: { store: env, mirrors: [aws], names: { aws: ghcr-token } }
              key: { store: aws, rotation: { every: 30d, generate: { type: random, bits: 256, encoding: hex } } }
            """).Write(".env", $"GHCR_TOKEN={token}\n");
        aws.Put("/shop/key", old, ("KeyId", "alias/shop"));
        (string, string?)[] keys = [("AWS_ACCESS_KEY_ID", aws.AccessKey), ("AWS_SECRET_ACCESS_KEY", aws.SecretKey)];
        Sandbox.Outcome Run(params string[] line) => box.RunWhole(line, keys);

        Sandbox.Outcome plan = Run("sync", "--from", "env", "--to", "aws");
        (plan.ExitCode, plan.Output.Contains("create        GHCR_TOKEN → ghcr-token", StringComparison.Ordinal)).ShouldBe((1, true), plan.Output + plan.Error);
        Sandbox.Outcome applied = Run("sync", "--from", "env", "--to", "aws", "--apply");
        (applied.ExitCode, applied.Output.Contains("aws ssm delete-parameter --region eu-west-1 --name /shop/ghcr-token", StringComparison.Ordinal)).ShouldBe((0, true), applied.Output + applied.Error);
        aws.Written["/shop/ghcr-token"].ShouldHaveSingleItem().Value.ShouldBe(token);
        Run("sync", "--from", "env", "--to", "aws", "--apply").Output.ShouldContain("0 secrets written");

        Sandbox.Outcome rotated = Run("rotate", "key", "--apply");
        rotated.ExitCode.ShouldBe(0, rotated.Output + rotated.Error);
        rotated.Output.ReplaceLineEndings("\n").ShouldStartWith("written: key (aws '/shop/key') version 1 → 2\n  to go back: printf %s \"$(aws ssm get-parameter --region eu-west-1 --name /shop/key:1 ");
        rotated.Output.ShouldContain("--key-id alias/shop --tier Standard --overwrite --value file:///dev/stdin");
        (string Value, SortedDictionary<string, string> Chosen) made = aws.Written["/shop/key"][^1];
        (made.Value.Length, made.Chosen["KeyId"]).ShouldBe((64, "alias/shop"));
        Run("sync", "--from", "env", "--to", "aws", "--permissions").Output.ShouldContain($"arn:aws:ssm:{FakeAws.Region}:*:parameter/shop/ghcr-token");
        ShouldShowNothingOf([.. box.Planted, aws.SecretKey, made.Value], plan, applied, rotated);
    }

    private static void ShouldShowNothingOf(IEnumerable<string> values, params Sandbox.Outcome[] outcomes)
    {
        string said = string.Concat(outcomes.Select(outcome => outcome.Output + outcome.Error));
        foreach (string value in values)
        {
            said.ShouldNotContain(value);
        }
    }
}
