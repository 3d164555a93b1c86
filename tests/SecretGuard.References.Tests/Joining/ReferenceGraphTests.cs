using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;

namespace SecretGuard.References.Tests.Joining;

/// <summary>The ways of secrets; a record is "what &lt; where it comes from".</summary>
public sealed class ReferenceGraphTests
{
    [Theory]
    [InlineData("OPENAI:API_KEY", "env OPENAI__API_KEY(k8s app#key(akv openai))", "env OPENAI__API_KEY < k8s app#key", "k8s app#key < akv openai", "env OTHER < k8s app#other")]
    [InlineData("OPENAI:API_KEY", "config OpenAI:Api_Key(env OPENAI__API_KEY(k8s app#key!))", "config OpenAI:Api_Key", "env OPENAI__API_KEY < k8s app#key")]
    [InlineData("DB:PASSWORD", "config DB:PASSWORD(env DB__*(k8s db!))", "config DB:PASSWORD", "env DB__* < k8s db")]
    [InlineData("openai", "k8s app#key(akv openai)", "k8s app#key < akv openai")]
    [InlineData("app#key", "k8s app#key(akv openai)", "k8s app#key < akv openai", "k8s app#other < akv other")]
    [InlineData("tls", "k8s tls", "k8s tls < k8s tls")] // cert-manager makes it
    [InlineData("A", "env B(env A(env B))", "env A < env B", "env B < env A")] // a circle ends
    [InlineData("key", "k8s app#key(akv a|akv b)", "k8s app#key < akv a", "k8s app#key < akv b")]
    [InlineData("all", "env APP_x(k8s all#x(akv a)) env APP_y(k8s all#y(akv b))", "env APP_* < k8s all", "k8s all#x < akv a", "k8s all#y < akv b")]
    [InlineData("DB:PASSWORD", "config DB:PASSWORD(env DB__PASSWORD(k8s db#DB__PASSWORD(akv a)))", "config DB:PASSWORD", "env * < k8s db", "k8s db#DB__PASSWORD < akv a", "k8s db#OTHER < akv b")]
    [InlineData("DB:PASSWORD", "config DB:PASSWORD!", "config DB:PASSWORD", "env * < k8s db", "k8s db#* < akv a")] // which keys there are, nothing says
    [InlineData("Db:Password", "config Db:Password(dir Db__Password(compose db!))", "config Db:Password", "dir Db__Password < compose db")]
    [InlineData("nobody", "", "env A < env B")]
    public void Name_IsFollowed(string name, string ways, params string[] records) =>
        string.Join(" ", new ReferenceGraph([.. records.Select(Record)]).Trace(name).Select(Text)).ShouldBe(ways);

    [Fact]
    public void OtherNamespace_IsAnotherSecret()
    {
        InventoryRecord used = Record("env KEY < k8s app#key"), made = Record("k8s app#key < akv openai");
        var graph = new ReferenceGraph([used with { Reference = used.Reference with { Address = "one" } }, made with { Provides = made.Provides! with { Address = "two" } }]);
        Text(graph.Trace("KEY").ShouldHaveSingleItem()).ShouldBe("env KEY(k8s app#key!)");
    }

    /// <summary>Forty layers of four, each handing on each of the next: four to the fortieth ways.</summary>
    [Fact]
    public void WaysThatMultiply_AreCutOff()
    {
        string[] records = [.. Enumerable.Range(0, 40).SelectMany(layer => Enumerable.Range(0, 16).Select(i => $"env L{layer}_{i / 4} < env L{layer + 1}_{i % 4}"))];
        int Count(ReferenceStep step) => 1 + step.Sources.Sum(Count);
        new ReferenceGraph([.. records.Select(Record)]).Trace("L0_0").Sum(Count).ShouldBeInRange(1_000, 100_000);
    }

    private static InventoryRecord Record(string text)
    {
        string[] sides = text.Split(" < ");
        SecretReference first = Reference(sides[0]);
        return sides.Length == 1 ? new(first, Place(text), "") : new(Reference(sides[1]), Place(text), "") { Provides = first };
    }

    private static Location Place(string text) => new(text, 1, 1, 1, 2);

    private static SecretReference Reference(string text)
    {
        (string store, string name) = text.Split(' ') is [var first, var second] ? (first, second) : throw new FormatException(text);
        string[] parts = name.Split('#');
        return new SecretReference(store switch { "env" => StoreTypes.Environment, "k8s" => StoreTypes.Kubernetes, "akv" => StoreTypes.AzureKeyVault, "dir" => StoreTypes.Files, "compose" => StoreTypes.Compose, _ => StoreTypes.Configuration }, ReferenceKinds.Secret, parts[0]) { Property = parts.ElementAtOrDefault(1) };
    }

    private static string Text(ReferenceStep step)
    {
        string store = step.Name.Store switch { StoreTypes.Environment => "env", StoreTypes.Kubernetes => "k8s", StoreTypes.AzureKeyVault => "akv", StoreTypes.Files => "dir", StoreTypes.Compose => "compose", _ => "config" };
        string sources = step.Sources.Count == 0 ? "" : $"({string.Join('|', step.Sources.Select(Text))})";
        return $"{store} {step.Name.Name}{(step.Name.Property is null ? "" : "#" + step.Name.Property)}{(step.IsBroken ? "!" : "")}{sources}";
    }
}
