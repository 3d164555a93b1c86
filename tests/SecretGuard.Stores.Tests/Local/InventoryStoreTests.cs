using SecretGuard.Stores.Local.Inventories;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Local;

public sealed class InventoryStoreTests : IDisposable
{
    private const string Known = """
        secrets:
          known:
          database:
            fields: [user, password]
            version: "3"
            created: 2026-01-31
            updated: 2026-03-01T10:00:00+02:00
            expires: 2026-12-31
            enabled: true
          off: { enabled: false }
          later: { not-before: 2026-06-01 }
          old: { expires: 2026-05-04T11:59:59Z }
          signing: { kind: key }
          given: { kind: secret }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("known", null, null, Verdict.Present)]
    [InlineData("Known", null, null, Verdict.Missing)]
    [InlineData("database", "user", null, Verdict.Present)]
    [InlineData("database", "host", null, Verdict.FieldMissing)]
    [InlineData("database", null, "3", Verdict.Present)]
    [InlineData("database", null, "latest", Verdict.Present)]
    [InlineData("database", null, "4", Verdict.NoVersion)]
    [InlineData("known", null, "4", Verdict.NoVersion)]
    [InlineData("off", null, null, Verdict.Disabled)]
    [InlineData("later", null, null, Verdict.NotYetActive)]
    [InlineData("old", null, null, Verdict.Expired)]
    [InlineData("signing", null, null, Verdict.WrongKind)]
    [InlineData("given", null, null, Verdict.Present)]
    public async Task Question_HasItsVerdict(string name, string? field, string? version, Verdict expected)
    {
        using InventoryStore store = Open(Known);
        StoreAnswer answer = await store.AskAsync(new SecretQuery(name, field, version), TestContext.Current.CancellationToken);
        answer.Verdict.ShouldBe(expected, answer.Cause);
    }

    [Fact]
    public async Task Metadata_IsTold()
    {
        using InventoryStore store = Open(Known);
        SecretMetadata told = (await store.AskAsync(new SecretQuery("database"), TestContext.Current.CancellationToken)).Metadata;
        told.Fields!.Names.ShouldBe(["password", "user"]);
        (told.Version, told.Created, told.Updated, told.Expires).ShouldBe(
            ("3", new DateTimeOffset(2026, 1, 31, 0, 0, 0, default), new DateTimeOffset(2026, 3, 1, 8, 0, 0, default), new DateTimeOffset(2026, 12, 31, 0, 0, 0, default)));

        // The file's time is not the secret's: a fresh clone would make every secret new.
        (await store.AskAsync(new SecretQuery("known"), TestContext.Current.CancellationToken)).Metadata.Updated.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{ "secrets": ["a", "b"] }""", Verdict.Present)]
    [InlineData("""{ "secrets": { "a": { "expires": "2199-01-01" } } }""", Verdict.Present)]
    [InlineData("secrets: [b]", Verdict.Missing)]
    [InlineData("secrets:", Verdict.Missing)]
    [InlineData("", Verdict.Misconfigured)]
    [InlineData("secrets: {a: {}}\nother: 1", Verdict.Misconfigured)]
    [InlineData("- a", Verdict.Misconfigured)]
    [InlineData("secrets: [a, a]", Verdict.Misconfigured)]
    [InlineData("secrets: {a: , a: }", Verdict.Misconfigured)]
    [InlineData("secrets: {a: 5}", Verdict.Misconfigured)]
    [InlineData("secrets: {a: {value: x}}", Verdict.Misconfigured)]
    [InlineData("secrets: {a: {expire: 2199-01-01}}", Verdict.Misconfigured)]
    [InlineData("secrets: {a: {expires: soon}}", Verdict.Misconfigured)]
    [InlineData("secrets: {a: {enabled: maybe}}", Verdict.Misconfigured)]
    [InlineData("secrets: {a: {fields: x}}", Verdict.Misconfigured)]
    [InlineData("secrets: {a: {kind: token}}", Verdict.Misconfigured)]
    [InlineData("secrets: [a", Verdict.Misconfigured)]
    [InlineData("secrets: [a\nb: c\n", Verdict.Misconfigured)]
    public async Task File_IsReadOrRefused(string text, Verdict expected)
    {
        using InventoryStore store = Open(text);
        StoreAnswer answer = await store.AskAsync(new SecretQuery("a"), TestContext.Current.CancellationToken);
        answer.Verdict.ShouldBe(expected, answer.Cause);
        if (expected == Verdict.Misconfigured)
        {
            answer.Cause.ShouldStartWith(store.Address);
        }
    }

    [Fact]
    public async Task SlipOfThePen_IsToldAtItsLine_AndNoValueIs()
    {
        string value = Guid.NewGuid().ToString("N");
        using InventoryStore store = Open($"secrets:\n  a:\n  b: {value}\n");
        StoreAnswer answer = await store.AskAsync(new SecretQuery("a"), TestContext.Current.CancellationToken);
        answer.Cause.ShouldBe($"{store.Address}:3 has a text where what is known of a secret belongs; an inventory holds no values");
        using InventoryStore other = Open("secrets:\n  a:\n    expire: 2199-01-01\n");
        (await other.AskAsync(new SecretQuery("a"), TestContext.Current.CancellationToken)).Cause.ShouldBe($"{other.Address}:3 has a key that an inventory has not; did you mean 'expires'?");
    }

    [Fact]
    public async Task Listing_HasKindsAndFields()
    {
        using InventoryStore store = Open("secrets: {a/b: {kind: key}, a/c: {fields: [x]}, d: }");
        StoreListing listing = await new StoreLister(new VerifierOptions()).ListAsync(store, "a/", TestContext.Current.CancellationToken);
        listing.Secrets.Select(secret => (secret.Query.Name, secret.Query.Kind, secret.Verdict)).ShouldBe([("a/b", SecretKind.Key, Verdict.Present), ("a/c", SecretKind.Secret, Verdict.Present)]);
        (listing.Others, listing.Secrets[1].Metadata.Fields!.Names.Single()).ShouldBe((1, "x"));
    }

    private InventoryStore Open(string text) => new(_folder.Write($"{Guid.NewGuid():N}.yml", text), new ManualTime());
}
