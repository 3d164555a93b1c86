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
    [InlineData("B", "env A(env C(env B(env A)))", "env A < env C", "env B < env A", "env C < env B")]
    [InlineData("npm", "compose npm(env NPM(dir npm(env NPM|compose npm)))", "dir npm < env NPM", "dir npm < compose npm", "compose npm < env NPM", "env NPM < dir npm")] // a build has the variable under the same name
    [InlineData("key", "k8s app#key(akv a|akv b)", "k8s app#key < akv a", "k8s app#key < akv b")]
    [InlineData("all", "env APP_x(k8s all#x(akv a)) env APP_y(k8s all#y(akv b))", "env APP_* < k8s all", "k8s all#x < akv a", "k8s all#y < akv b")]
    [InlineData("DB:PASSWORD", "config DB:PASSWORD(env DB__PASSWORD(k8s db#DB__PASSWORD(akv a)))", "config DB:PASSWORD", "env * < k8s db", "k8s db#DB__PASSWORD < akv a", "k8s db#OTHER < akv b")]
    [InlineData("DB:PASSWORD", "config DB:PASSWORD!", "config DB:PASSWORD", "env * < k8s db", "k8s db#* < akv a")] // which keys there are, nothing says
    [InlineData("Db:Password", "config Db:Password(dir Db__Password(compose db!))", "config Db:Password", "dir Db__Password < compose db")]
    [InlineData("KEY", "env KEY(k8s app-*#key?)", "env KEY < k8s app-*#key")] // only a run knows
    [InlineData("KEY", "env KEY(akv app-*?)", "env KEY < akv app-*")]
    [InlineData("KEY", "env KEY(k8s app-*#key(akv a))", "env KEY < k8s app-*#key", "k8s app-*#key < akv a")]
    [InlineData("nobody", "", "env A < env B")]
    public void Name_IsFollowed(string name, string ways, params string[] records) =>
        string.Join(" ", new ReferenceGraph([.. records.Select(Records.Of)]).Trace(name).Select(Text)).ShouldBe(ways);

    [Theory]
    [InlineData("DB:PASSWORD", "config DB:PASSWORD(akv DB--PASSWORD)", "config DB:PASSWORD")] // secret by its name, and nothing else gives it
    [InlineData("DB:PASSWORD", "config DB:PASSWORD(env DB__PASSWORD(k8s db!))", "config DB:PASSWORD", "env DB__PASSWORD < k8s db")]
    [InlineData("DB:PASSWORD", "config DB:PASSWORD(env DB__PASSWORD(k8s db!)|akv DB--PASSWORD)", "config DB:PASSWORD", "env DB__PASSWORD < k8s db", "akv db--password < akv db--password")] // somebody puts it there
    [InlineData("Db:Host", "config Db:Host!", "config Db:Host")]
    [InlineData("Db:Host", "config Db:Host(akv Db--Host)", "config Db:Host", "akv Db--Host")]
    [InlineData("Db:Api_Key", "config Db:Api_Key!", "config Db:Api_Key")] // no secret of a vault has an underscore
    public void VaultOfAConfiguration_GivesItsKeys(string name, string ways, params string[] records)
    {
        InventoryRecord[] all = [.. records.Select(Records.Of), Added("https://kv.vault.azure.net", "App")];
        string.Join(" ", new ReferenceGraph(all).Trace(name).Select(Text)).ShouldBe(ways);
    }

    [Fact]
    public void VaultOfAnotherProgram_GivesNothing()
    {
        InventoryRecord key = Records.Of("config DB:PASSWORD") with { Consumer = "App" };
        ReferenceStep own = new ReferenceGraph([key, Added("https://own.vault.azure.net", "App"), Added("https://other.vault.azure.net", "Other")]).Trace("DB:PASSWORD").ShouldHaveSingleItem().Sources.ShouldHaveSingleItem();
        (own.Name.Address, own.Record!.Consumer).ShouldBe(("https://own.vault.azure.net/", "App"));
    }

    /// <summary>The app host gives them to the programs that it starts.</summary>
    [Theory]
    [InlineData("Parameters:db-password", "AddParameter", "Host", "")]
    [InlineData("ConnectionStrings:orders", "AddConnectionString", "Host,App", "")]
    [InlineData("ConnectionStrings:orders", "AddConnectionString", "App,Host,Own", "own")]
    public void VaultOfAProgram_IsNotAskedForKeysOfAnAppHost(string key, string method, string consumers, string vaults)
    {
        string[] programs = consumers.Split(',');
        SecretReference name = Records.Of($"config {key}").Reference with { IsSecret = true };
        IEnumerable<InventoryRecord> uses = programs.Where(program => program != "Own").Select(program => new InventoryRecord(program == "Host" ? name with { Via = $"ParameterResourceBuilderExtensions.{method}" } : name, new Location("Program.cs", 1, 1, 1, 2), program));
        InventoryRecord[] own = programs.Contains("Own") ? [Added("https://own.vault.azure.net", "Host")] : [];
        ReferenceStep step = new ReferenceGraph([.. uses, Added("https://app.vault.azure.net", "App"), .. own]).Trace(key).ShouldHaveSingleItem();
        string.Join(' ', step.Sources.Select(source => source.Name.Address!.Split('/', '.')[2])).ShouldBe(vaults);
    }

    [Theory]
    [InlineData("AddSystemsManager", "/shop/", "Db:Password", "aws-ssm /shop/Db/Password")]
    [InlineData("AddSystemsManager", "*", "Db:Password", "aws-ssm *")]
    [InlineData("AddSystemsManager", "/aws/reference/secretsmanager/shop", "Db:Password", "aws-ssm *")]
    [InlineData("AddSecretsManager", "*", "shop/db:password", "aws-secrets-manager shop/db#password")]
    [InlineData("AddSecretsManager", "*", "SHOP/DB:Login:Password", "aws-secrets-manager shop/db#Login.Password")]
    [InlineData("AddSecretsManager", "*", "shop/dbs:password", "aws-secrets-manager *")] // a secret that nobody names: the program may call it as it likes
    [InlineData("AddSecretsManager", "*", "Db:Host", "")] // says no secret, so that it may be anywhere
    [InlineData("AddAzureKeyVault", "*", "Db:Password", "azure-key-vault Db--Password")]
    public void SourceOfAConfiguration_GivesItsKeys(string method, string name, string key, string expected)
    {
        string store = method switch { "AddSystemsManager" => StoreTypes.AwsSsm, "AddSecretsManager" => StoreTypes.AwsSecretsManager, _ => StoreTypes.AzureKeyVault };
        InventoryRecord Record(SecretReference reference) => new(reference, new Location("Program.cs", 1, 1, 1, 2), "App");
        InventoryRecord added = Record(new SecretReference(store, ReferenceKinds.Source, name) { Via = $"Extensions.{method}" });
        InventoryRecord made = Record(new SecretReference(StoreTypes.AwsSecretsManager, ReferenceKinds.Secret, "shop/db"));
        IEnumerable<ReferenceStep> sources = new ReferenceGraph([Records.Of($"config {key}") with { Consumer = "App" }, made, added]).Trace(key).ShouldHaveSingleItem().Sources;
        string.Join(' ', sources.Select(source => source.Name.Shown)).ShouldBe(expected);
    }

    [Fact]
    public void OtherNamespace_IsAnotherSecret()
    {
        InventoryRecord used = Records.Of("env KEY < k8s app#key"), made = Records.Of("k8s app#key < akv openai");
        var graph = new ReferenceGraph([used with { Reference = used.Reference with { Address = "one" } }, made with { Provides = made.Provides! with { Address = "two" } }]);
        Text(graph.Trace("KEY").ShouldHaveSingleItem()).ShouldBe("env KEY(k8s app#key!)");
    }

    /// <summary>Somebody writes the secret, and not that field of it: a way that breaks there says which there are.</summary>
    [Fact]
    public void FieldThatNobodyFills_IsToldWithThoseThatAre() =>
        new ReferenceGraph([Records.Of("env KEY < k8s app#ordrs"), Records.Of("k8s app#orders < akv a"), Records.Of("k8s app#key < akv b")]).Trace("KEY").ShouldHaveSingleItem().Sources.ShouldHaveSingleItem()
            .Cause.ShouldNotBeNull().ShouldEndWith(" with key, orders, not with 'ordrs'; did you mean 'orders'?");

    [Fact]
    public void Way_BeginsWithAPlaceThatUsesIt()
    {
        InventoryRecord settings = Records.Of("config DB:PASSWORD") with { Consumer = "" }, code = Records.Of("config DB:PASSWORD") with { Consumer = "App" };
        new ReferenceGraph([settings, code, Records.Of("env DB__PASSWORD < k8s db")]).Trace("DB:PASSWORD").ShouldHaveSingleItem().Record.ShouldBe(code);
        new ReferenceGraph([Records.Of("env DB__PASSWORD < k8s db")]).Trace("DB__PASSWORD").ShouldHaveSingleItem().Record.ShouldBeNull();
    }

    /// <summary>Forty layers of four, each handing on each of the next: four to the fortieth ways.</summary>
    [Fact]
    public void WaysThatMultiply_AreCutOff()
    {
        string[] records = [.. Enumerable.Range(0, 40).SelectMany(layer => Enumerable.Range(0, 16).Select(i => $"env L{layer}_{i / 4} < env L{layer + 1}_{i % 4}"))];
        int Count(ReferenceStep step) => 1 + step.Sources.Sum(Count);
        new ReferenceGraph([.. records.Select(Records.Of)]).Trace("L0_0").Sum(Count).ShouldBeInRange(1_000, 100_000);
    }

    private static InventoryRecord Added(string vault, string consumer) =>
        new(new SecretReference(StoreTypes.AzureKeyVault, ReferenceKinds.Source, vault) { Via = "AzureKeyVaultConfigurationExtensions.AddAzureKeyVault" }, new Location("Program.cs", 1, 1, 1, 2), consumer);

    private static string Text(ReferenceStep step)
    {
        string store = step.Name.Store switch { StoreTypes.Environment => "env", StoreTypes.Kubernetes => "k8s", StoreTypes.AzureKeyVault => "akv", StoreTypes.Files => "dir", StoreTypes.Compose => "compose", _ => "config" };
        string sources = step.Sources.Count == 0 ? "" : $"({string.Join('|', step.Sources.Select(Text))})";
        return $"{store} {step.Name.Name}{(step.Name.Property is null ? "" : "#" + step.Name.Property)}{(step.IsBroken ? "!" : step.IsOpen ? "?" : "")}{sources}";
    }
}
