using System.Text;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Caching;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Stores;
using SecretGuard.Stores.Local.DotEnv;
using SecretGuard.Stores.Vault;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What <c>verify --cache</c> takes from an earlier run, and what it never does.</summary>
public sealed class VerifyCacheTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Five = TimeSpan.FromMinutes(5);

    private readonly Sandbox _box = new();
    private readonly HashSet<string> _there = new(StringComparer.Ordinal) { "db", "mail" };

    public void Dispose() => _box.Dispose();

    [Fact]
    public void SecondRun_AsksAgainForWhatWasMissing_AndNotForWhatWasThere()
    {
        using LoopbackApi vault = Deployment();
        Sandbox.Outcome without = Run();
        (without.ExitCode, without.Output.Contains("1 store asked with 2 requests, none billable", StringComparison.Ordinal)).ShouldBe((0, true), without.Output);
        Directory.Exists(CacheFolder).ShouldBeFalse("nothing is kept unless the user says so");

        _there.Remove("mail");
        Sandbox.Outcome first = Run("--cache", "300");
        first.ExitCode.ShouldBe(1, first.Output + first.Error);
        first.Output.ShouldNotContain("--cache");
        vault.Requests.Clear();

        _there.Add("mail");
        Sandbox.Outcome second = Run("--cache", "300");
        second.ExitCode.ShouldBe(0, "who has just made it is not told that it is missing");
        second.Output.ShouldMatch("1 answer is up to [0-9]+ (seconds?|minutes?) old, as --cache allows; without it every store is asked");
        vault.Requests.ShouldBe(["/v1/kv/metadata/mail"]);
        vault.Requests.Clear();
        Run("--cache", "300").Output.ShouldSatisfyAllConditions(said => said.ShouldContain("2 answers are up to "), said => said.ShouldNotContain("billable"));
        vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void RunWithoutIt_AsksEverything_AndWhatItMissesIsForgotten()
    {
        using LoopbackApi vault = Deployment();
        Run("--cache", "300");
        vault.Requests.Clear();
        Run("--cache", "0").Output.ShouldNotContain("old, as");
        vault.Requests.Count.ShouldBe(2);

        _there.Remove("db");
        Run().ExitCode.ShouldBe(1);
        Run("--cache", "300").ExitCode.ShouldBe(1, "it was present in the cache before somebody saw that it is missing");
    }

    [Fact]
    public void LateSecret_IsNotKept_SoThatItsRotationIsSeen()
    {
        using LoopbackApi vault = Deployment(", rotation: 1d");
        Run("--cache", "300").Output.ShouldContain("SG5012");
        vault.Requests.Clear();
        Run("--cache", "300");
        vault.Requests.Count.ShouldBe(2, "what is wrong is asked for again");
    }

    [Theory]
    [InlineData("--evidence", "audit.json")]
    [InlineData("--values")]
    [InlineData("--leaks")]
    [InlineData("--offline")]
    public void WhatIsToBeKnownNow_TakesNothingFromIt(params string[] option)
    {
        _box.Write("secretguard.yml", "stores: { v: { type: dotenv, path: v.env } }\nsecrets: { a: }\n").Commit();
        Sandbox.Outcome outcome = Run(["--cache", "300", .. option]);
        (outcome.ExitCode, outcome.Error.Contains($"--cache: {option[0]} takes no answers of an earlier run; leave one out", StringComparison.Ordinal)).ShouldBe((2, true), outcome.Error);
        _box.Run("lock", "--cache", "300").ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("3601")]
    [InlineData("-1")]
    public void Time_IsANumberOfSecondsUpToAnHour(string text) => Run("--cache", text).Error.ShouldContain($"--cache: '{text}' is no number of seconds up to 3600");

    [Fact]
    public void WithoutARepository_NothingIsKept()
    {
        using var plain = new Sandbox(git: false);
        plain.Write("secretguard.yml", "stores: { v: { type: dotenv, path: v.env } }\nsecrets: { a: }\n").Write("v.env", "a=1\n");
        plain.Run("verify", "--cache", "300").ExitCode.ShouldBe(0);
        Directory.GetFileSystemEntries(plain.Root).Length.ShouldBe(2);
    }

    [Fact]
    public void Answer_IsTakenUntilItIsTooOldOrOver()
    {
        using var vault = new VaultStore(new VaultSettings("https://vault.example.net", VaultLogin.WithToken("")));
        Place place = PlaceOf(vault, "kv/db", "password"), ends = PlaceOf(vault, "kv/cert", null);
        Keep(Now, Present(place, new SecretMetadata { Version = "7", Updated = Now.AddDays(-3), Fields = new FieldNames(["password", "user"], AreComplete: true) }), Present(ends, new SecretMetadata { Expires = Now.AddMinutes(2) }));

        StoreAnswer answer = Open(Now.AddMinutes(4)).Of("", place).ShouldNotBeNull();
        (answer.Verdict, answer.Query, answer.Metadata.Version, answer.Metadata.Updated, answer.IsFieldUnchecked).ShouldBe((Verdict.Present, place.Query, "7", Now.AddDays(-3), false));
        Open(Now.AddMinutes(1)).Of("", ends).ShouldNotBeNull();
        Open(Now.AddMinutes(2)).Of("", ends).ShouldBeNull("its end has come");
        Open(Now.AddMinutes(6)).Of("", place).ShouldBeNull("it is too old");
        Open(Now.AddMinutes(-1)).Of("", place).ShouldBeNull("it is of the future");
        Open(Now.AddMinutes(4), TimeSpan.Zero).Of("", place).ShouldBeNull();
    }

    /// <summary>Another address, namespace, way to sign in, field, version or kind is another question.</summary>
    [Fact]
    public void Answer_IsThatOfOneStoreAndOneQuestion()
    {
        using var vault = new VaultStore(new VaultSettings("https://vault.example.net", VaultLogin.WithToken("")));
        using var other = new VaultStore(new VaultSettings("https://vault.example.net", VaultLogin.WithToken("")) { Namespace = "team" });
        Place place = PlaceOf(vault, "kv/db", null);
        Keep(Now, Present(place, SecretMetadata.None));
        AnswerCache cache = Open(Now.AddMinutes(1));
        cache.Of("", place).ShouldNotBeNull();
        cache.Of("prod", place).ShouldNotBeNull("the environment is not the store's");
        Place[] others =
        [
            PlaceOf(other, "kv/db", null), PlaceOf(vault, "kv/db", "password"), PlaceOf(vault, "kv/other", null), place with { Query = place.Query with { Version = "2" } }, place with { Query = place.Query with { Kind = SecretKind.Key } },
            place with { Store = place.Store with { Declared = place.Store.Declared with { Login = new Dictionary<string, string>(StringComparer.Ordinal) { ["role"] = "reader" } } } },
            place with { Store = place.Store with { Declared = place.Store.Declared with { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["mount"] = "kv" } } } },
        ];
        others.ShouldAllBe(one => cache.Of("", one) == null);
    }

    [Fact]
    public void WhatIsNotSureToLast_IsNotKept()
    {
        using var vault = new VaultStore(new VaultSettings("https://vault.example.net", VaultLogin.WithToken("")));
        using var local = new DotEnvStore("x.env");
        foreach (Verdict verdict in Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.Present))
        {
            Keep(Now, new Answered(Ask(PlaceOf(vault, "kv/db", null)), [new StoreAnswer(new SecretQuery("kv/db"), verdict)]));
        }

        Answered late = Present(PlaceOf(vault, "kv/db", null), SecretMetadata.None);
        Open(Now).Keep([late], [new Judged(late, [(ReferenceRules.RotationDue, "due")])]);
        Keep(Now, Present(PlaceOf(vault, "kv/db", null), SecretMetadata.None, "a remark"), Present(PlaceOf(local, "kv/db", null), SecretMetadata.None));
        Directory.Exists(CacheFolder).ShouldBeFalse();

        Keep(Now, Present(PlaceOf(vault, "kv/db", null), SecretMetadata.None));
        Keep(Now.AddMinutes(1), new Answered(Ask(PlaceOf(vault, "kv/db", null)), [new StoreAnswer(new SecretQuery("kv/db"), Verdict.Forbidden)]));
        Open(Now.AddMinutes(1)).Of("", PlaceOf(vault, "kv/db", null)).ShouldBeNull("it was forgotten");
    }

    [Fact]
    public void File_HoldsNoName_AndIsAsGoodAsNoneWhereItIsDamaged()
    {
        using var vault = new VaultStore(new VaultSettings("https://vault.example.net", VaultLogin.WithToken(_box.Secret())));
        Place place = PlaceOf(vault, "kv/payroll-database", null);
        Keep(Now, Present(place, SecretMetadata.None));
        string file = Directory.GetFiles(CacheFolder).ShouldHaveSingleItem();
        byte[] good = File.ReadAllBytes(file);
        foreach (string text in new[] { "payroll", "vault.example", _box.Planted[0] })
        {
            good.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)).ShouldBe(-1);
        }

        for (int at = 0; at < good.Length; at++)
        {
            byte[] flipped = [.. good];
            flipped[at] ^= 0x40;
            foreach (byte[] bad in (byte[][])[flipped, good[..at]])
            {
                File.WriteAllBytes(file, bad);
                Open(Now.AddMinutes(1)).Of("", place).ShouldBeNull();
            }
        }

        Parallel.For(0, 8, _ => Keep(Now, Present(place, SecretMetadata.None)));
        Open(Now.AddMinutes(1)).Of("", place).ShouldNotBeNull();
    }

    private string CacheFolder => Path.Combine(_box.Root, ".git", "secretguard");

    private AnswerCache Open(DateTimeOffset now, TimeSpan? longest = null) => AnswerCache.Of(_box.Root, longest ?? Five, now).ShouldNotBeNull();

    private void Keep(DateTimeOffset now, params Answered[] answers) => Open(now).Keep(answers, []);

    private static Place PlaceOf(ISecretStore store, string name, string? field) => new(new StoreInUse(new DeclaredStore("runtime", store.Type, new Location("", 0, 0, 0, 0)), store), new SecretQuery(name, field));

    private static Question Ask(Place place) => new("", new Location("", 0, 0, 0, 0), [place]);

    private static Answered Present(Place place, SecretMetadata metadata, string remark = "") => new(Ask(place), [StoreAnswer.Present(place.Query, metadata) with { Remark = remark }]);

    private Sandbox.Outcome Run(params string[] arguments) => _box.Run(["verify", .. arguments], null, [("VAULT_TOKEN", Guid.NewGuid().ToString("N"))]);

    /// <summary>A repository that declares two secrets of a Vault, which has what is there.</summary>
    private LoopbackApi Deployment(string more = "")
    {
        var vault = new LoopbackApi(path => _there.Contains(path.Split('/')[^1])
            ? (200, """{"data":{"current_version":1,"versions":{"1":{"created_time":"2026-01-01T00:00:00Z","deletion_time":"","destroyed":false}}}}""") : null);
        _box.Write("secretguard.yml", $"stores:\n  runtime: {{ type: hashicorp-vault, address: \"{vault.Address}\", mount: kv, version: \"2\" }}\nsecrets:\n  db: {{ store: runtime{more} }}\n  mail: {{ store: runtime{more} }}\n").Commit();
        return vault;
    }
}
