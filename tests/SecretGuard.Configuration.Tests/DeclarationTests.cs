using System.Text.Json;
using SecretGuard.Inventories;

namespace SecretGuard.Configuration.Tests;

/// <summary>What secretguard.yml says of environments, stores and secrets.</summary>
public sealed class DeclarationTests
{
    private const string Full = """
        environments:
          dev:
          prod:
            values: { TIER: production }
            paths: deploy/prod/**
            inventories: { internal: stores/vault.yaml }
        stores:
          runtime:
            type: azure-key-vault
            address: https://kv-shop-${ENV}.vault.azure.net/
            tenant: contoso
            emulator: false
            auth: { method: workload-identity, clientId: c }
            prefix: ""
          upstream: { type: aws-secrets-manager, region: eu-west-1, profile: ops, naming: 'shop/{category}/{name}', categories: [database, mail] }
          parameters: { type: aws-ssm, region: eu-west-1 }
          internal:
            type: hashicorp-vault
            address: https://vault.example.net
            namespace: team
            mount: kv
            version: 2
            ca: ca.pem
            environments: [prod]
            auth: { method: kubernetes, role: shop, mount: k8s, tokenFile: token, roleId: r, secretIdFile: s }
          cluster: { type: kubernetes, kubeconfig: kube.yaml, context: prod, namespace: shop, deployers: "argo-cd, flux" }
          ci: { type: github-actions, repository: o/r, organization: o, environment: prod }
          pipeline: { type: azure-pipelines, address: https://dev.azure.com/o, project: p, groups: "a, b" }
          listed: { type: inventory, path: secrets.json }
          variables: { type: dotenv, path: .env }
          mounted: { type: files, path: /run/secrets }
          mine: { type: user-secrets, id: shop }
          process: { type: environment }
        extractors:
          vault-yaml: { files: configs/vault.yaml, store: hashicorp-vault, kind: secret, items: "vault.secrets[*]", secret: path, property: key, version: v, address: $.vault.address, transform: [lower, "add:x-"], optional: true }
          calls: { files: ["*.ts"], store: environment, pattern: 'secret\("(?<name>\w+)"\)' }
        policies:
          database: { owner: team-data, rotation: { every: quarterly, grace: 7d, method: lambda, automation: rotate.yml }, expiresWithin: 14d, reviewEvery: 180d, evidence: [docs/database.md] }
          mail: { rotation: { every: manual, maxAge: annual, reason: the provider issues it, runbook: docs\mail.md } }
        secrets:
          db:
            description: the shop's database
            store: runtime
            name: shop-db
            names: { upstream: shop/database/db }
            category: database
            fields: { password: { type: text, minLength: 20, minEntropy: 80 }, host: , replica: { required: false } }
            environments: prod
            consumers: [api, worker]
            mirrors: [upstream]
            anyOf: [mail]
            expiresWithin: 30d
            evidence: [docs/db.md]
            lastReviewed: 2026-05-01
          mail: { store: upstream, fields: [user, password], owner: team-mail, rotation: manual, required: false, origin: generated }
          post: { store: upstream, category: mail, value: { type: pem, minLength: 800, minEntropy: 128 } }
        assertions:
          - subset: deploy/a.yaml#$.namespaces[*]
            of: deploy\b.json#names
            separator: ","
            reason: who writes a namespace there must be let in here
          - { equal: a.yaml#x, to: b.yaml#y, reason: one list }
        """;

    private static readonly string[] Sections = ["environment", "store", "extractor", "policy", "secret", "field", "value", "assertion"];

    [Fact]
    public void Full_IsReadAsWritten()
    {
        Declaration read = Read(Full);
        read.Environments.Select(environment => environment.Name).ShouldBe(["dev", "prod"]);
        (read.Environments[1].Values["TIER"], read.Environments[1].Paths.IsMatch("deploy/prod/a.yaml"), read.Environments[1].Location.StartLine).ShouldBe(("production", true, 3));
        read.Environments[1].Inventories["internal"].ShouldBe("stores/vault.yaml");
        read.Stores.Select(store => store.Type).ShouldBe(StoreKeys.ByType.Keys, ignoreOrder: true);
        (read.Stores[0].Prefix, read.Stores[1].Prefix, read.Stores[0].Login["method"], read.Stores[1].Naming).ShouldBe(("", null, "workload-identity", "shop/{category}/{name}"));
        (read.Stores[3].Serves("dev"), read.Stores[3].Serves("prod"), read.Stores[3]["version"], read.Stores[3].Login["role"]).ShouldBe((false, true, "2", "shop"));

        (read.Syntaxes[0]["items"], read.Syntaxes[0]["secret"], read.Syntaxes[0].Transforms.Count, read.Syntaxes[0].IsOptional, read.Syntaxes[1].Store, read.Syntaxes[1]["items"]).ShouldBe(("vault.secrets[*]", "path", 2, true, "environment", null));

        DeclaredSecret db = read.Secrets[0];
        (db.Owner, db.NameIn("runtime"), db.NameIn("upstream"), db.ExpiresWithin, db.IsRequired, db.IsFor("dev")).ShouldBe(("team-data", "shop-db", "shop/database/db", TimeSpan.FromDays(30), true, false));
        (db.Rotation!.Every, db.Rotation.Grace, db.Rotation.Method, db.Rotation.Automation).ShouldBe((TimeSpan.FromDays(92), TimeSpan.FromDays(7), "lambda", "rotate.yml"));
        read.Secrets[0].Rotation!.AutomationAt!.StartLine.ShouldBe(38);
        (db.Rotation.Location!.StartLine, string.Join(' ', db.Evidence.Select(path => $"{path.Path}:{path.Location.StartLine}"))).ShouldBe((38, "docs/db.md:53 docs/database.md:38"));
        (db.LastReviewed, db.ReviewEvery).ShouldBe((new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Unspecified), TimeSpan.FromDays(180)));
        db.Fields.Select(field => (field.Name, field.IsRequired, field.Type, field.MinLength, field.MinEntropy)).ShouldBe([("password", true, "text", 20, 80), ("host", true, null, 0, 0), ("replica", false, null, 0, 0)]);

        DeclaredSecret mail = read.Secrets[1];
        (mail.NameIn("upstream"), mail.IsRequired, mail.Origin, mail.Owner, mail.Rotation!.Every).ShouldBe(("mail", false, SecretOrigin.Generated, "team-mail", null));
        read.Secrets[2].Value.ShouldBe(new DeclaredField("") { Type = "pem", MinLength = 800, MinEntropy = 128 });
        RotationRule post = read.Secrets[2].Rotation!;
        (post.Every, post.MaxAge, post.Period, post.Reason, post.Runbook!.Path).ShouldBe((null, TimeSpan.FromDays(366), TimeSpan.FromDays(366), "the provider issues it", "docs/mail.md"));

        read.Assertions.Select(assertion => $"{assertion.First} {assertion.Second} {assertion.IsEqual} {assertion.Separator} {assertion.Location.StartLine}")
            .ShouldBe(["deploy/a.yaml#$.namespaces[*] deploy/b.json#names False , 58", "a.yaml#x b.yaml#y True  62"]);
    }

    [Theory]
    [InlineData("stores: { a: { type: vault } }", "s.yml(1,22): 'vault' is not one of")]
    [InlineData("stores: { a: { type: hashicorp-valt } }", "did you mean 'hashicorp-vault'?")]
    [InlineData("stores:\n  a: { path: x }", "s.yml(2,3): the store 'a' has no type; it is one of")]
    [InlineData("stores: { a: { type: dotenv, adress: x } }", "s.yml(1,30): unknown key 'adress'")]
    [InlineData("stores: { a: { type: dotenv, mount: x } }", "s.yml(1,30): unknown key 'mount'; it is one of stores of type hashicorp-vault")]
    [InlineData("stores: { a: { type: kubernetes, deployers: 'flux, argocd' } }", "s.yml(1,11): 'deployers' of the store 'a': 'argocd' is not one of argo-cd, flux, helm")]
    [InlineData("stores: { a: { type: azure-key-vault } }", "s.yml(1,11): the store 'a' needs 'address'")]
    [InlineData("stores: { a: { type: dotenv, auth: { method: token } } }", "a store of this type signs in with what its surroundings offer")]
    [InlineData("stores: { a: { type: hashicorp-vault, auth: { method: tokne } } }", "'tokne' is not one of token, approle, kubernetes, jwt; did you mean 'token'?")]
    [InlineData("environments: { prod: }\nstores: { a: { type: dotenv, environments: [prd] } }", "s.yml(2,45): no environment is called 'prd'; did you mean 'prod'?")]
    [InlineData("environments: { prod: { inventories: { vult: x } } }\nstores: { vault: { type: dotenv } }", "s.yml(1,40): no store is called 'vult'; did you mean 'vault'?")]
    [InlineData("environments: { prod: { path: x } }", "s.yml(1,25): unknown key 'path'; did you mean 'paths'?")]
    [InlineData("stores: { a: { type: dotenv }, b: { type: environment } }\nsecrets: { x: }", "s.yml(2,12): there are several stores: say which one this secret is in ('store: a')")]
    [InlineData("stores: { main: { type: dotenv } }\nsecrets: { x: { store: mian } }", "s.yml(2,24): no store is called 'mian'; did you mean 'main'?")]
    [InlineData("stores: { main: { type: dotenv } }\nsecrets: { x: { mirrors: mian } }", "no store is called 'mian'; did you mean 'main'?")]
    [InlineData("stores: { main: { type: dotenv } }\nsecrets: { x: { names: { mian: y } } }", "no store is called 'mian'; did you mean 'main'?")]
    [InlineData("stores: { main: { type: dotenv } }\nsecrets: { mail: , x: { anyOf: [mali] } }", "no secret is called 'mali'; did you mean 'mail'?")]
    [InlineData("stores: { main: { type: dotenv } }\npolicies: { database: }\nsecrets: { x: { category: databse } }", "s.yml(3,27): no policy is called 'databse'; did you mean 'database'?")]
    [InlineData("stores: { main: { type: dotenv } }\nsecrets: { x: { rotation: soon } }", "s.yml(2,27): 'soon' is no span of time; write 30m, 24h, 90d, 6w, 1y, daily, weekly, monthly, quarterly or annual")]
    [InlineData("stores: { main: { type: dotenv } }\nsecrets: { x: { fields: { a: { type: pemm } } } }", "'pemm' is not one of text, json, uri, pem, base64, hex, connection-string, jwt, number; did you mean 'pem'?")]
    [InlineData("stores: { main: { type: dotenv } }\nsecrets: { x: { value: { type: pem, required: true } } }", "s.yml(2,37): unknown key 'required'; it belongs in an entry of 'secrets'")]
    [InlineData("environments: { prod: { stores: { main: { type: dotenv } } } }", "s.yml(1,25): unknown key 'stores'; it belongs at the top level")]
    [InlineData("environments: { prod: { rotation: 90d } }", "unknown key 'rotation'; it belongs in an entry of 'policies' or in an entry of 'secrets'")]
    [InlineData("stores: { main: { type: environment, fields: [a] } }", "unknown key 'fields'; it belongs in an entry of 'secrets'")]
    [InlineData("stores: { main: { type: hashicorp-vault, roleId: x } }", "unknown key 'roleId'; it belongs in 'auth' of an entry of 'stores'")]
    [InlineData("inventories: { a: b }", "s.yml(1,1): unknown key 'inventories'; it belongs in an entry of 'environments'")]
    [InlineData("disable: [x]", "s.yml(1,1): unknown key 'disable'; it belongs in 'rules'")]
    [InlineData("rules: { regex: x }", "unknown key 'regex'; it belongs in 'custom' of 'rules'")]
    [InlineData("stores: { main: { type: dotenv } }\nsecrets: { x: { fields: [a], value: { type: pem } } }", "s.yml(2,37): 'value' is of a secret that is one value")]
    [InlineData("secrets: { x: }", "s.yml(1,12): no store is declared, so nobody could be asked for this secret; add one under 'stores'")]
    [InlineData("extractors: { x: { files: a, store: environment } }", "s.yml(1,15): the extractor 'x' needs 'files', 'store', and either 'pattern' or 'items'")]
    [InlineData("extractors: { x: { files: a, store: hashicorp-vlt, items: a } }", "did you mean 'hashicorp-vault'?")]
    [InlineData("secrets: { x: { ownr: me } }", "unknown key 'ownr'; did you mean 'owner'?")]
    [InlineData("stores: { main: { type: dotenv } }\nsecrets: { x: { rotation: { every: 90d, maxAge: 1y } } }", "s.yml(2,49): 'every' says how old it may become; 'maxAge' is for what people decide")]
    [InlineData("stores: { main: { type: dotenv } }\nsecrets: { x: { rotation: { every: manual, maxage: 1y } } }", "unknown key 'maxage'; did you mean 'maxAge'?")]
    [InlineData("assertions: [{ subset: 'a#b', off: 'c#d', reason: r }]", "unknown key 'off'; did you mean 'of'?")]
    [InlineData("assertions: [{ subset: 'a#b', to: 'c#d', reason: r }]", "s.yml(1,14): this entry needs 'subset' and 'of', or 'equal' and 'to'")]
    [InlineData("assertions: [{ subset: 'a#b', of: 'c#d' }]", "s.yml(1,14): this entry needs a 'reason'")]
    [InlineData("assertions: [{ subset: a.yaml, of: 'c#d', reason: r }]", "s.yml(1,24): 'a.yaml' is not FILE#PATH, such as 'deploy/values.yaml#$.namespaces[*]'")]
    [InlineData("assertions: { subset: 'a#b' }", "s.yml(1,13): 'assertions' must be a list: begin each entry with '- '")]
    [InlineData("stores: [a\nsecrets: b\n", "s.yml(1,9): this is no valid YAML: it ends in the midst of something, or a bracket or quote is not closed")]
    [InlineData("stores:\n  a: { type: dotenv }\nsecrets:\n  b: {}\n\tc: {}\n", "s.yml(5,1): this is no valid YAML: While scanning a mapping, found invalid tab as indentation.")]
    [InlineData("stores: []", "s.yml(1,9): this must be a mapping of keys to values")]
    [InlineData("secrets: { x: y }", "s.yml(1,15): this must be a mapping of keys to values")]
    public void SomethingWrong_IsSaidWithItsPlace(string text, string expected) =>
        SettingsReader.Read(text, "s.yml").Errors.Select(error => error.ToString()).ShouldContain(error => error.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Schema_AndReader_KnowTheSameKeys()
    {
        using var schema = JsonDocument.Parse(SettingsReader.Schema());
        JsonElement definitions = schema.RootElement.GetProperty("definitions");
        foreach (string key in Sections.SelectMany(section => definitions.GetProperty(section).GetProperty("properties").EnumerateObject().Select(property => property.Name)))
        {
            Full.ShouldContain(key + ":");
        }

        definitions.GetProperty("store").GetProperty("properties").GetProperty("type").GetProperty("enum").EnumerateArray().Select(type => type.GetString()).ShouldBe(StoreKeys.ByType.Keys);
        StoreKeys.ByType.Values.SelectMany(keys => keys).ShouldBeSubsetOf(definitions.GetProperty("store").GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    private static Declaration Read(string text)
    {
        SettingsResult result = SettingsReader.Read(text, "s.yml");
        result.Errors.ShouldBeEmpty();
        return result.Settings.Declaration;
    }
}
