using System.Globalization;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Locking;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Configuration;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What the lock says of a key of the configuration: the worst of what its ways end in, and the soonest of their days.</summary>
public sealed class LockMakerTests
{
    private const string Declared = """
        stores: { main: { type: dotenv, path: .env } }
        secrets: { DB_A: { store: main, rotation: 90d }, DB_B: { store: main } }
        """;

    private static readonly DateTime Today = new(2026, 6, 15, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A key that code reads, and that two manifests fill from a variable each.</summary>
    private static readonly InventoryRecord[] Records =
    [
        new(new(StoreTypes.Configuration, ReferenceKinds.Configuration, "Db:Password") { IsSecret = true }, new Location("src/Program.cs", 1, 5, 1, 18), "App"),
        Filling("DB_A", "a/compose.yaml"),
        Filling("DB_B", "b/compose.yaml"),
    ];

    /// <summary>
    /// What the store says of DB_A, which is declared to be changed every 90 days, and of DB_B, which is not: the verdict, on which day it was changed, ends, and is changed
    /// by the store itself, all in days from today; and what becomes of the key: its state, and the days on which it was changed, ends, and is to be changed.
    /// </summary>
    public static TheoryData<string, string, string> Ends => new()
    {
        { "present - - -", "present - - -", "present - - -" },
        { "present - 30 -", "present - 5 -", "present - 5 -" },
        { "present - - -", "present - 5 -", "present - 5 -" },
        { "present -10 100 -", "present -25 200 -", "present -10 100 80" },
        { "present -80 - -", "present -3 - 20", "present -80 - 10" },
        { "present -10 - -", "present -3 50 20", "present -3 50 20" },
        { "present -100 - 60", "present -3 - -", "present -100 - -10" },
        { "present - - 60", "present -3 - -", "present - - -" },
        { "missing - - -", "present -3 5 7", "missing -3 5 7" },
        { "missing - - -", "disabled -20 - -", "disabled - - -" },
        { "present -10 40 -", "expired - -2 -", "expired -10 -2 80" },
        { "soft-deleted - - -", "not-yet-active - - -", "not-yet-active - - -" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Key_HasTheWorstStateAndTheSoonestDays(string a, string b, string expected)
    {
        using var opener = new StoreOpener(Path.GetTempPath());
        IReadOnlyList<LockRecord> records = Make(Plan(opener, Records), [], a, b);
        Days(Key(records, StoreTypes.Configuration, "Db:Password").ShouldNotBeNull()).ShouldBe(expected);
        records.Where(record => record.Kind == ReferenceKinds.Key).ShouldAllBe(record => record.Asked == Today && record.IsWay && record.Environment.Length == 0 && record.Version == null);
    }

    /// <summary>A way that ends where it begins says what its end says.</summary>
    [Theory]
    [InlineData("present -10 100 -", "present -10 100 80")]
    [InlineData("no-version -10 - -", "no-version -10 - 80")]
    [InlineData("missing - - -", "missing - - -")]
    public void Variable_IsAsItsStoreSays(string said, string expected)
    {
        using var opener = new StoreOpener(Path.GetTempPath());
        LockRecord variable = Key(Make(Plan(opener, Records), [], said, "present - 1 -"), StoreTypes.Environment, "DB_A").ShouldNotBeNull();
        (Days(variable), variable.Id).ShouldBe((expected, "DB_A"));
    }

    /// <summary>As long as one end cannot tell, nobody knows the worst.</summary>
    [Theory]
    [InlineData("unreachable - - -", "present -3 5 7")]
    [InlineData("missing - - -", "forbidden - - -")]
    public void Key_OfWhichAStoreCannotTell_StaysAsItWas(string a, string b)
    {
        using var opener = new StoreOpener(Path.GetTempPath());
        var before = new LockRecord("", StoreTypes.Configuration, ReferenceKinds.Key, "Db:Password") { State = "disabled", Expires = Today.AddDays(9), Asked = Today.AddDays(-20) };
        Key(Make(Plan(opener, Records), [before], a, b), StoreTypes.Configuration, "Db:Password").ShouldBe(before);
        Key(Make(Plan(opener, Records), [], a, b), StoreTypes.Configuration, "Db:Password").ShouldBeNull();
    }

    [Fact]
    public void Key_ThatNothingFills_IsMissing_WhateverItsOtherEndsSay()
    {
        var variable = new SecretReference(StoreTypes.Environment, ReferenceKinds.Variable, "Db__Password");
        InventoryRecord[] records =
        [
            .. Records,
            new(new(StoreTypes.Kubernetes, ReferenceKinds.Secret, "db") { Property = "pasword", IsSecret = true }, new Location("pod.yaml", 9, 1, 9, 5), "Pod/api") { Provides = variable },
            new(new(StoreTypes.Vault, ReferenceKinds.Secret, "kv/db") { IsSecret = true }, new Location("external.yaml", 9, 1, 9, 5), "ExternalSecret/db") { Provides = new(StoreTypes.Kubernetes, ReferenceKinds.Secret, "db") { Property = "password" } },
        ];
        using var opener = new StoreOpener(Path.GetTempPath());
        QuestionPlan plan = Plan(opener, records);
        plan.Broken.ShouldHaveSingleItem();
        Days(Key(Make(plan, [], "present -10 100 -", "present - - -"), StoreTypes.Configuration, "Db:Password").ShouldNotBeNull()).ShouldBe("missing -10 100 80");
    }

    /// <summary>What one machine alone has, no other one can ask.</summary>
    [Fact]
    public void Key_OfThisMachine_IsNotLocked()
    {
        using var opener = new StoreOpener(Path.GetTempPath());
        QuestionPlan plan = Plan(opener, Records, "version: 1\n");
        plan.Questions.Count.ShouldBe(2);
        Make(plan, [], "present -10 100 -", "present - - -").ShouldBeEmpty();
    }

    private static InventoryRecord Filling(string variable, string path) =>
        new(new(StoreTypes.Environment, ReferenceKinds.Variable, variable) { IsSecret = true }, new Location(path, 4, 21, 4, 28), "api") { Provides = new(StoreTypes.Environment, ReferenceKinds.Variable, "Db__Password") };

    private static QuestionPlan Plan(StoreOpener opener, IReadOnlyList<InventoryRecord> records, string declared = Declared)
    {
        Declaration declaration = SettingsReader.Read(declared, "secretguard.yml").Settings.Declaration;
        var stores = new EnvironmentStores(null, declaration, [], opener);
        return new QuestionPlan(stores, new LocalPlaces(Path.GetTempPath(), [], stores), records, declaration.Secrets);
    }

    private static IReadOnlyList<LockRecord> Make(QuestionPlan plan, IReadOnlyList<LockRecord> before, string a, string b)
    {
        Answered[] answers = [.. plan.Questions.Select(question => new Answered(question, [.. question.Places.Select(place => Said(place.Query, place.Query.Name == "DB_A" ? a : b))]))];
        return new LockMaker(Today).Make([plan], new AnswerJudge(new DateTimeOffset(Today)).Judge(answers), before);
    }

    private static StoreAnswer Said(SecretQuery query, string text)
    {
        string[] words = text.Split(' ');
        return new StoreAnswer(query, Enum.GetValues<Verdict>().Single(verdict => verdict.Name() == words[0])) { Metadata = new SecretMetadata { Updated = Day(words[1]), Expires = Day(words[2]), NextRotation = Day(words[3]) } };
    }

    private static DateTimeOffset? Day(string days) => days == "-" ? null : new DateTimeOffset(Today).AddDays(int.Parse(days, CultureInfo.InvariantCulture)).AddHours(7);

    private static LockRecord? Key(IReadOnlyList<LockRecord> records, string store, string name) => records.SingleOrDefault(record => (record.Store, record.Kind, record.Name) == (store, ReferenceKinds.Key, name));

    private static string Days(LockRecord record) => string.Join(' ', [record.State, .. new[] { record.Updated, record.Expires, record.Due }.Select(day => day is { } date ? (date - Today).Days.ToString(CultureInfo.InvariantCulture) : "-")]);
}
