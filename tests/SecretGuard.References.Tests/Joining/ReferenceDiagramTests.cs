using SecretGuard.Inventories;
using SecretGuard.References.Joining;

namespace SecretGuard.References.Tests.Joining;

/// <summary>All ways as one picture.</summary>
public sealed class ReferenceDiagramTests
{
    [Theory]
    [InlineData("App → configuration DB:PASSWORD; configuration DB:PASSWORD → environment DB__PASSWORD; environment DB__PASSWORD → kubernetes db#pw; kubernetes db#pw → azure-key-vault a", "config DB:PASSWORD", "env DB__PASSWORD < k8s db#pw", "k8s db#pw < akv a")]
    [InlineData("App → configuration DB:PASSWORD", "config DB:PASSWORD")]
    [InlineData("App → environment APP_KEY; environment APP_* → kubernetes all; environment APP_KEY → environment APP_*", "env APP_KEY", "env APP_* < k8s all")]
    [InlineData("App → azure-key-vault A", "akv a", "akv A < akv A")]
    [InlineData("environment A → environment B; environment B → environment A", "env A < env B", "env B < env A")]
    [InlineData("")]
    public void Records_AreConnected(string edges, params string[] records)
    {
        ReferenceDiagram diagram = ReferenceDiagram.Of([.. records.Select(Record)]);
        Edges(diagram).ShouldBe(edges);
        ReferenceDiagram.Of([.. records.Reverse().Select(Record)]).Nodes.Select(node => (node.Id, Label(node))).ShouldBe(diagram.Nodes.Select(node => (node.Id, Label(node))));
    }

    [Fact]
    public void Node_SaysWhatBecomesOfIt()
    {
        ReferenceDiagram diagram = ReferenceDiagram.Of([Record("config DB:PASSWORD"), Record("env X < k8s db#pw"), Record("k8s made < k8s made"), Record("env Y < k8s made#a"), Record("akv a"), Record("env DB_TOKEN < k8s open-*"), Record("config Db:Host")]);
        diagram.Nodes.Where(node => node.IsBroken).Select(Label).ShouldBe(["configuration DB:PASSWORD", "kubernetes db#pw"]);
        diagram.Nodes.Where(node => node.IsWritten).Select(Label).ShouldBe(["kubernetes made"]);
        diagram.Nodes.Select(node => node.Id).ShouldBe(Enumerable.Range(1, diagram.Nodes.Count).Select(i => $"n{i}"));
        diagram.Nodes.ShouldAllBe(node => node.Places.Count > 0);
    }

    [Fact]
    public void ConsumerWithoutName_IsItsFile() =>
        ReferenceDiagram.Of([Record("akv a") with { Consumer = "" }]).Nodes.First(node => node.Consumer is not null).Consumer.ShouldBe("akv a");

    /// <summary>Names are looked up: comparing each with each takes many times as long.</summary>
    [Fact]
    public void ManyRecords_AreDrawnAtOnce()
    {
        InventoryRecord[] records = [.. Enumerable.Range(0, 5_000).SelectMany(i => new[] { Record($"config A:K{i}"), Record($"env A__K{i} < k8s s{i}#k"), Record($"k8s s{i}#k < akv a{i}") })];
        ReferenceDiagram.Of(records).Edges.Count.ShouldBe(20_000);
    }

    private static InventoryRecord Record(string text) => Records.Of(text) with { Consumer = "App" };

    private static string Edges(ReferenceDiagram diagram)
    {
        Dictionary<string, string> labels = diagram.Nodes.ToDictionary(node => node.Id, Label);
        return string.Join("; ", diagram.Edges.Select(edge => $"{labels[edge.From]} → {labels[edge.To]}"));
    }

    private static string Label(DiagramNode node) => node.Consumer ?? $"{node.Name!.Store} {node.Name.Name}{(node.Name.Property is null ? "" : "#" + node.Name.Property)}";
}
