using SecretGuard.Inventories;
using static SecretGuard.Tasks.Tests.Verifying.LockedProject;

namespace SecretGuard.Tasks.Tests.Verifying;

/// <summary>A project's references and declared secrets against a lock, on one day.</summary>
public sealed class LockGateTests
{
    /// <summary>What the lock says of the one secret that code names in line 1 of Code.cs, and what is told of it where the compiler tells nothing; and where it does.</summary>
    public static TheoryData<string, string, bool> States => new()
    {
        { "present", "", false },
        { "missing", "SG5001", false }, { "disabled", "SG5002", false }, { "soft-deleted", "SG5003", false }, { "not-yet-active", "SG5004", true },
        { "expired", "SG5005", false }, { "no-version", "SG5006", false }, { "wrong-kind", "SG5007", false }, { "field-missing", "SG5008", false },
        { "in-a-state-to-come", "", false },
    };

    /// <summary>Days before today on which it was changed, and after which it ends.</summary>
    public static TheoryData<int?, int?, string> Days => new()
    {
        { null, null, "" }, { 10, 100, "" },
        { null, 31, "" }, { null, 30, "SG5009" }, { null, 1, "SG5009" }, { null, 0, "SG5005" }, { null, -3, "SG5005" },
        { 82, null, "" }, { 83, null, "SG5010" }, { 90, null, "SG5011" }, { 99, null, "SG5011" }, { 100, null, "SG5012" },
        { 100, 3, "SG5012 SG5009" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void State_IsTold_UnlessTheCompilerDoes(string state, string id, bool toldBeside)
    {
        using Workshop shop = Shop(Record("prod", "shop-db") with { State = state });
        Verify(shop);
        shop.Told.ShouldBe(id.Length == 0 ? [] : [$"warning Code.cs:1 {id}"]);
        Verify(shop, task => task.CompilerTells = true);
        shop.Told.ShouldBe(toldBeside ? [$"warning Code.cs:1 {id}"] : []);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Day_IsToldInAnyCase(int? changed, int? ends, string ids)
    {
        using Workshop shop = Shop(Record("prod", "shop-db") with { Updated = changed is { } days ? Today.AddDays(-days) : null, Expires = ends is { } left ? Today.AddDays(left) : null });
        foreach (bool compilerTells in new[] { false, true })
        {
            Verify(shop, task => task.CompilerTells = compilerTells);
            shop.Told.ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => $"warning Code.cs:1 {id}"));
        }
    }

    [Fact]
    public void DaysOfAKey_AreThoseOfWhereItsWayEnds()
    {
        using Workshop shop = Shop(new LockRecord("prod", StoreTypes.Configuration, ReferenceKinds.Key, "Mail:Token") { Asked = Today, Expires = Today.AddDays(3), Due = Today.AddDays(-1) });
        shop.Write("references.json", InventoryFormat.Write([At(2, new SecretReference(StoreTypes.Configuration, ReferenceKinds.Configuration, "Mail:Token") { IsSecret = true })]));
        Verify(shop);
        shop.Told.ShouldBe(["warning Code.cs:2 SG5012", "warning Code.cs:2 SG5009"]);
        shop.Messages.ShouldContain("Secret expires soon [secret-expiring]: prod: configuration Mail:Token: it ends on 2026-06-18. Issue a new one before the old one ends.");
    }

    [Fact]
    public void Message_SaysWhatWhereAndWho()
    {
        using Workshop shop = Shop(Record("prod", "shop-db") with { Expires = Today });
        Verify(shop);
        shop.Messages.ShouldContain("Secret has expired [secret-expired]: prod: azure-key-vault shop-db: it ended on 2026-06-15; issue a new one (owner: team-shop). Issue a new one where the old one came from, and store it with its new expiry.");
    }

    [Theory]
    [InlineData("", "SG5002 SG5001")]
    [InlineData("dev", "SG5001")]
    [InlineData("prod", "SG5002")]
    [InlineData("dev, prod", "SG5002 SG5001")]
    public void Environment_IsChosen(string environments, string ids)
    {
        using Workshop shop = Shop(Record("dev", "shop-db") with { State = "missing" }, Record("prod", "shop-db") with { State = "disabled" });
        Verify(shop, task => task.Environments = environments);
        shop.Told.ShouldBe(ids.Split(' ').Select(id => $"warning Code.cs:1 {id}"));
    }

    [Fact]
    public void UnknownEnvironment_IsTold()
    {
        using Workshop shop = Shop(Record("prod", "shop-db"));
        Verify(shop, task => task.Environments = "prd");
        shop.Told.ShouldBe(["warning App.csproj:0 SG9001"]);
        shop.Messages.ShouldContain("SecretGuardEnvironment: no environment is called 'prd'; did you mean 'prod'?");
    }

    /// <summary>What names the project as its consumer, whether or not its code names it; what the lock holds nothing of; and what is another project's.</summary>
    [Fact]
    public void DeclaredSecret_IsToldToItsConsumers()
    {
        using Workshop shop = Shop([.. new[] { "dev", "prod" }.SelectMany(name => new[] { Record(name, "mail"), Record(name, "other") with { State = "missing" } })]);
        shop.Write("references.json", InventoryFormat.Write([]));
        Verify(shop);
        shop.Told.ShouldBeEmpty();
        Lock(shop, Record("dev", "mail") with { State = "missing" }, Record("dev", "other") with { State = "missing" });
        Verify(shop, task => task.CompilerTells = true);
        shop.Told.ShouldBe(["warning secretguard.yml:7 SG5001", "warning secretguard.yml:7 SG9008"]);
        shop.Write("references.json", InventoryFormat.Write([At(1, Secret("mail"))]));
        Verify(shop, task => task.Environments = "dev");
        shop.Told.ShouldBe(["warning Code.cs:1 SG5001"], "once");
    }

    /// <summary>As <c>secretguard verify</c> tells it, so that one entry of a baseline holds for both.</summary>
    [Theory]
    [InlineData("disabled", "azure-key-vault mail:")]
    [InlineData("field-missing", "azure-key-vault mail#host:|azure-key-vault mail#user:")]
    public void DeclaredSecretOfManyFields_IsToldOnce(string state, string subjects)
    {
        using Workshop shop = Shop([.. new[] { "user", "host" }.Select(field => Record("prod", "mail") with { Field = field, State = state })]);
        shop.Write("references.json", InventoryFormat.Write([]));
        Verify(shop, task => task.Environments = "prod");
        shop.Told.Count.ShouldBe(subjects.Split('|').Length);
        foreach (string subject in subjects.Split('|'))
        {
            shop.Messages.ShouldContain(message => message.Contains($"prod: {subject}", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void OldAnswers_AreTold_WhereTheProjectNeedsThem(int days, bool isTold)
    {
        using Workshop shop = Shop(Record("prod", "shop-db") with { Asked = Today.AddDays(-days) });
        Verify(shop);
        shop.Told.ShouldBe(isTold ? ["warning secretguard.lock:0 SG9009"] : []);
        shop.Write("references.json", InventoryFormat.Write([]));
        Verify(shop, task => task.Consumer = "Nobody");
        shop.Told.ShouldBeEmpty();
    }

    /// <summary>As on the command line: by a comment at the place, and by the allowlist.</summary>
    [Fact]
    public void WhatIsAccepted_IsSilent()
    {
        using Workshop shop = Shop(Record("prod", "shop-db") with { State = "missing" });
        shop.Write("Code.cs", "Read(); // secretguard:allow secret-missing made by the first deployment\n").Write("references.json", InventoryFormat.Write([At(1, Secret("shop-db"))]));
        Verify(shop);
        shop.Told.ShouldBeEmpty();
        shop.Write("Code.cs", "\n").Write("secretguard.yml", Declared + "\nallow:\n- paths: ['Code.cs']\n  rules: [secret-missing]\n  reason: of a test\n");
        Verify(shop);
        shop.Told.ShouldBeEmpty();
    }

    [Fact]
    public void BrokenLock_SaysNothingElse_AndIsToldWhereNoCompilerDoes()
    {
        using Workshop shop = Shop(Record("prod", "shop-db") with { State = "missing" });
        shop.Write("secretguard.lock", File.ReadAllText(shop.Full("secretguard.lock")).Replace("missing", "present", StringComparison.Ordinal));
        Verify(shop);
        shop.Told.ShouldBe(["warning secretguard.lock:2 SG9001"]);
        Verify(shop, task => task.CompilerTells = true);
        shop.Told.ShouldBeEmpty();
    }
}
