using System.Globalization;
using Microsoft.CodeAnalysis;
using SecretGuard.Inventories;

namespace SecretGuard.Analyzers.Tests;

/// <summary>What the lock says of references: nothing is asked but the lock.</summary>
public sealed class LockedSecretTests
{
    private const string Stores = """
        environments:
          dev:
          prod: { values: { PLACE: west } }
        stores:
          runtime: { type: azure-key-vault, address: "https://kv-shop-${PLACE}.vault.azure.net" }
          second: { type: azure-key-vault, address: "https://kv-second.vault.azure.net" }
          vault: { type: hashicorp-vault }
          local: { type: dotenv, path: .env }
        """;

    private const string Libraries = """

        interface IConfiguration { string? this[string key] { get; } IConfiguration GetSection(string key); }
        class SecretClient { public SecretClient(System.Uri? uri = null) { } public string GetSecret(string name, string? version = null) => name; }
        class KeyClient { public string GetKey(string name) => name; }
        interface IKeyValueSecretsEngineV2 { string ReadSecretAsync(string path, string? mountPoint = null); }
        """;

    private static readonly LockRecord[] Lock =
    [
        Key("dev", StoreTypes.Configuration, "Db:Password"), Key("prod", StoreTypes.Configuration, "Db:Password", "missing"),
        Key("dev", StoreTypes.Configuration, "Mail:Token"), Key("prod", StoreTypes.Configuration, "Mail:Token"),
        Key("dev", StoreTypes.Environment, "PAY__APIKEY", "missing"), Key("prod", StoreTypes.Environment, "PAY__APIKEY", "missing"),
        new("dev", "local", ReferenceKinds.Secret, "SMTP_PASSWORD") { State = "missing" },
        Secret("dev", "shop-db"), Secret("prod", "shop-db", "disabled"),
        Secret("prod", "gone", "soft-deleted"), Secret("prod", "old", "expired"), Secret("prod", "empty", "no-version"), Secret("prod", "other", "wrong-kind"), Secret("prod", "soon", "not-yet-active"), Secret("prod", "strange", "in-a-state-to-come"),
        Secret("prod", "login"), Secret("prod", "login", "field-missing") with { Field = "user" },
        Secret("dev", "both", "missing"), Secret("dev", "both") with { Store = "second" },
        Secret("dev", "nowhere", "missing") with { Store = "of-a-manifest" },
        Secret("prod", "signing", "missing") with { Kind = ReferenceKinds.Key },
        Secret("prod", "pinned") with { Version = "2" }, Secret("prod", "pinned", "no-version") with { Version = "1" },
        Secret("prod", "kv/shop/db", "missing") with { Store = "vault" },
    ];

    public static TheoryData<string> Told =>
    [
        "c[{|SG2003:\"Db:Password\"|}]", "c[{|SG2003:\"db:PASSWORD\"|}]", "c[{|SG2003:\"Db__Password\"|}]", "c.GetSection(\"Db\")[{|SG2003:\"Password\"|}]",
        "c[{|SG2003:\"Pay:ApiKey\"|}]", "System.Environment.GetEnvironmentVariable({|SG2003:\"Pay__ApiKey\"|})", "System.Environment.GetEnvironmentVariable({|SG2003:\"SMTP_PASSWORD\"|})",
        "v.GetSecret({|SG2003:\"shop-db\"|})", "v.GetSecret({|SG2003:\"Shop-DB\"|})", "v.GetSecret({|SG2003:\"gone\"|})", "v.GetSecret({|SG2003:\"old\"|})", "v.GetSecret({|SG2003:\"empty\"|})",
        "v.GetSecret({|SG2003:\"other\"|})", "v.GetSecret({|SG2003:\"login\"|})", "v.GetSecret({|SG2003:\"nowhere\"|})", "v.GetSecret({|SG2003:\"pinned\"|}, \"1\")", "k.GetKey({|SG2003:\"signing\"|})",
        "h.ReadSecretAsync({|SG2003:\"shop/db\"|}, \"kv\")",
        "new SecretClient(new System.Uri(\"https://kv-shop-west.vault.azure.net/\")).GetSecret({|SG2003:\"gone\"|})",
        "v.GetSecret({|SG2003:\"shop-db\"|}) ?? \"none\"", // switched off is not the same as not there
        "c[{|SG2004:\"Dbs:Password\"|}]", "v.GetSecret({|SG2004:\"shop-bd\"|})", "System.Environment.GetEnvironmentVariable({|SG2004:\"OTHER_PASSWORD\"|})", "h.ReadSecretAsync({|SG2004:\"shop/mail\"|}, \"kv\")",
        "new SecretClient(new System.Uri(\"https://kv-second.vault.azure.net/\")).GetSecret({|SG2004:\"gone\"|})",
    ];

    public static TheoryData<string> Silent =>
    [
        "c[\"Mail:Token\"]", "c[\"Mail__Token\"]", "c[\"Logging:Level\"]", "c[\"Db:Password\"] ?? \"\"", "c[\"Dbs:Password\"] ?? \"\"", "c[$\"Tenants:{System.Environment.UserName}:Password\"]", "c[\"Db:*\"]",
        "v.GetSecret(\"soon\")", "v.GetSecret(\"strange\")", "v.GetSecret(\"both\")", "v.GetSecret(\"pinned\")", "v.GetSecret(\"pinned\", \"2\")",
    ];

    [Theory]
    [MemberData(nameof(Told))]
    public void WhatTheLockSays_IsToldAtItsName(string expression) => With(LockFormat.Write(Lock)).Run(Program(expression));

    [Theory]
    [MemberData(nameof(Silent))]
    public void WhatIsThere_OrCannotBeLookedUp_IsSilent(string expression) => With(LockFormat.Write(Lock)).Run(Program(expression));

    [Theory]
    [InlineData("c[\"Db:Password\"]", "'Db:Password' is missing in prod, says secretguard.lock; correct the name, or mend it in its store and run 'secretguard lock'")]
    [InlineData("c[\"Pay:ApiKey\"]", "'Pay:ApiKey' is missing in dev and prod, says")]
    [InlineData("v.GetSecret(\"shop-db\")", "'shop-db' is switched off in prod, says")]
    [InlineData("v.GetSecret(\"login\")", "'login' is without its field 'user' in prod, says")]
    [InlineData("c[\"Dbs:Password\"]", "'Dbs:Password' is not in secretguard.lock; did you mean 'Db:Password'?")]
    [InlineData("v.GetSecret(\"entirely-new\")", "'entirely-new' is not in secretguard.lock; run 'secretguard lock' to ask the stores for it")]
    public void Message_SaysWhatAndWhere(string expression, string expected) => Message(LockFormat.Write(Lock), expression).ShouldStartWith(expected);

    [Fact]
    public void Message_WithoutEnvironments_NamesNone() =>
        Message(LockFormat.Write([Key("", StoreTypes.Configuration, "Db:Password", "missing")]), "c[\"Db:Password\"]").ShouldStartWith("'Db:Password' is missing, says secretguard.lock;");

    [Fact]
    public void NoLock_SaysNothing() => Code.Check(Program("c[\"Db:Password\"]"));

    [Fact]
    public void LockOfOtherKinds_SuggestsNothing() => With(LockFormat.Write([Secret("prod", "shop-db")])).Run(Program("c[\"Db:Password\"]"));

    [Theory]
    [InlineData("prod\tconfiguration", "{|SG9001:|}test\tconfiguration")]
    [InlineData("prod\tconfiguration", "{|SG9001:|}<<<<<<< ours\nprod\tconfiguration")]
    [InlineData("# secretguard.lock 1", "{|SG9001:|}# secretguard.lock 2")]
    public void BrokenLock_IsTold_AndSaysNothingElse(string from, string to) =>
        With(LockFormat.Write([Lock[1]]).Replace(from, to, StringComparison.Ordinal)).Run(Program("c[\"Db:Password\"]"));

    [Fact]
    public void ExcludedPath_IsSilent() => With(LockFormat.Write(Lock), "exclude: [\"src/**\"]\n").Run(Program("c[\"Db:Password\"]"));

    [Fact]
    public void ValueInThePlaceOfAName_IsNotRepeated() => With(LockFormat.Write(Lock)).Run(Program("System.Environment.GetEnvironmentVariable(\"[|‹pat›|]\")"));

    private static LockRecord Key(string environment, string store, string name, string state = LockRecord.Present) => new(environment, store, ReferenceKinds.Key, name) { State = state };

    private static LockRecord Secret(string environment, string name, string state = LockRecord.Present) => new(environment, "runtime", ReferenceKinds.Secret, name) { State = state };

    private static string Program(string expression) =>
        "class C { object? M(IConfiguration c, SecretClient v, KeyClient k, IKeyValueSecretsEngineV2 h) => " + expression + "; }" + Libraries;

    private static Code With(string text, string more = "") => new() { Files = [("secretguard.yml", more + Stores), ("secretguard.lock", text)] };

    private static string Message(string text, string expression) =>
        new Code().Analyze(Program(expression), ("/repo/secretguard.yml", Marked.Read(Stores)), ("/repo/secretguard.lock", Marked.Read(text)))
            .ShouldHaveSingleItem().GetMessage(CultureInfo.InvariantCulture);
}
