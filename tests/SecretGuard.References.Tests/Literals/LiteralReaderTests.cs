using SecretGuard.References.Literals;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Tests.Literals;

/// <summary>Values that are written out in Terraform and Bicep.</summary>
public sealed class LiteralReaderTests
{
    [Theory]
    [InlineData("""{ a = "b", "c" : [1, true], d = { e = null } }""", "{a:b,c:[1,true],d:{e:-}}")]
    [InlineData("{\n  a = \"x\" // why\n  # b = 1\n  c = var.x == \"}\" ? 1 : 2 /* so */\n  (each.key) = \"no\"\n}", "{a:x,c:${var.x == \"}\" ? 1 : 2 /* so */}}")]
    [InlineData("jsonencode({ Statement = [ for s in var.all : { a = s } ] })", "{Statement:${[ for s in var.all : { a = s } ]}}")]
    [InlineData("toset([\"a\\\"\", \"x-${var.y[\"k\"]}\", \"$${z}\", join(\",\", [\"q\"])])", "[a\",x-${var.y[\"k\"]},${z},${join(\",\", [\"q\"])}]")]
    [InlineData("{\n  name: 'kv-${stage}'\n  list: [\n    'a'\n    b.id\n  ]\n  resource child 'secrets' = {\n    name: 'inner'\n  }\n  text: '''\nraw'''\n}", "{name:kv-${stage},list:[a,${b.id}],text:\nraw}")]
    [InlineData("<<-EOT\n  one\n  EOT\nafter", "  one\n")]
    [InlineData("{ a = [ \"open", "{a:[open]}")]
    [InlineData("{{{{", "{}")]
    [InlineData("", "-")]
    public void Text_IsATree(string text, string tree) => Shown(LiteralReader.Read(new SourceText("main.tf", text), 0)).ShouldBe(tree);

    [Fact]
    public void Values_KnowTheirPlaces()
    {
        YamlValue value = LiteralReader.Read(new SourceText("main.tf", "x = {\n  a = [\"one\", local.two]\n}\n"), 4);
        value["a"].Items.Select(item => item.Place(0, item.Text!.Length)).Select(place => $"{place.StartLine}:{place.StartColumn}-{place.EndColumn}").ShouldBe(["2:9-12", "2:15-24"]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("{ a = ")]
    [InlineData("jsonencode(")]
    [InlineData("\"${")]
    public void Nesting_TakesLinearTime(string opening) => LiteralReader.Read(new SourceText("main.tf", string.Concat(Enumerable.Repeat(opening, 50_000))), 0).ShouldNotBeNull();

    private static string Shown(YamlValue value) => value.IsMap ? "{" + string.Join(',', value.Members.Select(member => $"{member.Key.Text}:{Shown(member.Value)}")) + "}"
        : value.Text ?? (value.Items.Count > 0 ? "[" + string.Join(',', value.Items.Select(Shown)) + "]" : "-");
}
