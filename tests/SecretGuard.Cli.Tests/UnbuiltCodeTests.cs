using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Tests;

/// <summary>C# that nobody has built since it was written: its text is read.</summary>
public sealed class UnbuiltCodeTests
{
    private const string Program = """
        using Azure.Security.KeyVault.Secrets;
        using Shop.Options;

        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddAzureKeyVault(new Uri("https://shop.vault.azure.net"), new DefaultAzureCredential());
        var orders = builder.Configuration.GetConnectionString("Orders") ?? throw new InvalidOperationException("No orders.");
        builder.Services.Configure<MailOptions>(builder.Configuration.GetSection(MailOptions.Section));
        var app = builder.Build();
        var config = new Dictionary<string, string>();
        _ = config["Password"];
        _ = Environment.GetEnvironmentVariable("PAYMENT_TOKEN");
        app.MapGet("/", async (SecretClient client) => (await client.GetSecretAsync("payment-key")).Value.Value);

        """;

    private const string Options = """
        namespace Shop.Options;
        public sealed class MailOptions
        {
            public const string Section = "Mail";
            public string Host { get; set; } = "";
            public required string Password { get; set; }
        }
        """;

    private const string Note = "C# of 1 project read without a compiler; 'dotnet build -p:SecretGuardInventory=true' writes down what one knows of it";

    [Fact]
    public void Clone_TellsEveryPlaceOfItsCode()
    {
        using Sandbox box = Clone();
        Sandbox.Outcome listed = box.Run("refs");
        listed.ExitCode.ShouldBe(0, listed.Error);
        listed.Error.ShouldContain(Note);
        listed.Output.ReplaceLineEndings("\n").ShouldBe("""
            src/Shop/Pages/Index.cshtml:3 configuration Maps:ApiKey  [Shop]
            src/Shop/Program.cs:5 azure-key-vault source https://shop.vault.azure.net  [Shop]
            src/Shop/Program.cs:6 configuration ConnectionStrings:Orders  [Shop]
            src/Shop/Program.cs:7 configuration Mail:Host  [Shop]
            src/Shop/Program.cs:7 configuration Mail:Password  [Shop]
            src/Shop/Program.cs:11 environment PAYMENT_TOKEN  [Shop]
            src/Shop/Program.cs:12 azure-key-vault payment-key  [Shop]
            7 references, 7 names, 2 files

            """.ReplaceLineEndings("\n"));
        box.Run("refs", "--threads", "1").Output.ShouldBe(listed.Output);
        Sandbox.Outcome traced = box.Run("trace", "Mail:Password");
        traced.ExitCode.ShouldBe(0, traced.Error);
        traced.Output.ShouldContain("azure-key-vault Mail--Password at https://shop.vault.azure.net/  src/Shop/Program.cs:5 [Shop]");
    }

    [Fact]
    public void Clone_IsVerifiedAndHeldAgainstItsDeclaration()
    {
        using Sandbox box = Clone();
        Sandbox.Outcome verified = box.Run("verify", "--format", "msbuild");
        verified.ExitCode.ShouldBe(1, verified.Error);
        verified.Output.ShouldContain("src/Shop/Program.cs(11,40,11,55): error SG5001");
        verified.Output.ShouldContain("payment-key");
        verified.Error.ShouldContain(Note);
        box.Run("inventory", "init", "--dry-run").Output.ShouldContain("payment-key");
        box.Write("secretguard.yml", "stores:\n  vault: { type: azure-key-vault, address: https://shop.vault.azure.net }\nsecrets:\n  SPARE_TOKEN: { store: vault }\n");
        box.Run("lint", "--format", "msbuild").Output.ShouldContain("src/Shop/Program.cs(12,77,12,90): warning SG3001");
    }

    /// <summary>The deployment writes one secret of the vault; the other has to be there.</summary>
    [Fact]
    public void SecretThatAnAppHostWrites_IsNotMissingBefore()
    {
        using var box = new Sandbox();
        box.Write("Host/Host.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />").Write("Host/Program.cs", """
            var builder = DistributedApplication.CreateBuilder(args);
            var vault = builder.AddAzureKeyVault("shop");
            vault.AddSecret("stripe-key", builder.AddParameter("stripe", secret: true));
            _ = vault.GetSecret("stripe-key");
            _ = vault.GetSecret("mail-key");
            """);
        box.Write("Shop/Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />").Write("Shop/Program.cs", """
            using Azure.Security.KeyVault.Secrets;
            var client = new SecretClient(new Uri(Environment.GetEnvironmentVariable("VAULT_URI")!), new DefaultAzureCredential());
            _ = client.GetSecret("Stripe-Key");
            """);
        box.Write("secretguard.yml", "stores: { vault: { type: azure-key-vault, address: 'https://shop.vault.azure.net' } }\nenvironments: { prod: { inventories: { vault: vault.yaml } } }\n").Write("vault.yaml", "secrets: {}\n").Commit();
        Sandbox.Outcome verified = box.Run("verify", "--no-lint");
        verified.Output.ShouldContain("mail-key");
        verified.Output.ShouldContain("2 references not verified, for the app host writes it when it is deployed: Stripe-Key, stripe-key");
        verified.Output.Split('\n').Count(line => line.Contains("SG5001", StringComparison.Ordinal)).ShouldBe(1, verified.Output);
        box.Run("trace", "stripe-key").ExitCode.ShouldBe(0);
    }

    /// <summary>Nobody names the secret: the program adds the vault, and reads a key.</summary>
    [Fact]
    public void KeysThatAnAddedVaultGives_AreAskedForInIt_WhereTheyAreUsed()
    {
        using Sandbox box = Clone();
        box.Write("secretguard.yml", "stores:\n  vault: { type: azure-key-vault, address: https://shop.vault.azure.net }\n");
        string[] asked = [.. box.RunWhole("verify", "--dry-run").Output.Split('\n').Where(line => line.EndsWith("/versions", StringComparison.Ordinal)).Select(line => line.Split('/')[4])];
        asked.ShouldBe(["payment-key", "ConnectionStrings--Orders", "Mail--Password", "Maps--ApiKey"], ignoreOrder: true);
        LockRecord Answer(string name, string state = LockRecord.Present) => new("", "vault", ReferenceKinds.Secret, name) { Asked = DateTime.UtcNow.Date, State = state };
        box.Write("secretguard.lock", LockFormat.Write([Answer("payment-key"), Answer("ConnectionStrings--Orders"), Answer("Mail--Password", LockRecord.Missing), Answer("Maps--ApiKey", LockRecord.Missing)]));
        Sandbox.Outcome verified = box.RunWhole("verify", "--offline", "--no-lint", "--format", "msbuild");
        verified.Output.ShouldContain("src/Shop/Program.cs(7,", Case.Sensitive, verified.Output);
        verified.Output.ShouldContain("azure-key-vault Mail--Password");
        verified.Output.ShouldContain("src/Shop/Pages/Index.cshtml(3,");
        verified.Output.ShouldNotContain("ConnectionStrings--Orders");
        box.Write("src/Shop/appsettings.json", "{ \"Mail\": { \"Password\": \"of-every-environment\" } }");
        box.RunWhole("verify", "--offline", "--no-lint", "--format", "msbuild").Output.ShouldNotContain("Mail--Password");
    }

    /// <summary>A file that was changed since the build: what a compiler knows of it moves along, and what is new in it is told as well.</summary>
    [Fact]
    public void FileThatIsNewerThanItsInventory_IsReadAgain()
    {
        using Sandbox box = Clone();
        string inventory = "src/Shop/obj/secretguard.inventory.json";
        box.Write(".gitignore", "obj/\n").Write(inventory, InventoryFormat.Write(
            [new(new(StoreTypes.Environment, ReferenceKinds.Variable, "PAYMENT_TOKEN") { IsSecret = true }, new Location("src/Shop/Program.cs", 2, 40, 2, 55), "Shop"), new(new(StoreTypes.Environment, ReferenceKinds.Variable, "ONLY_A_COMPILER_SEES"), new Location("src/Shop/Options/MailOptions.cs", 1, 1, 1, 2), "Shop")]));
        box.Commit();
        Sandbox.Outcome newer = Written(box, inventory, days: 1);
        newer.Error.ShouldNotContain("without a compiler");
        newer.Output.ShouldContain("src/Shop/Program.cs:2 environment PAYMENT_TOKEN");
        newer.Output.ShouldContain("ONLY_A_COMPILER_SEES");
        newer.Output.ShouldNotContain("Mail:Password");
        newer.Output.ShouldContain("Maps:ApiKey"); // no compiler writes down pages

        Sandbox.Outcome older = Written(box, inventory, days: -1);
        older.Output.ShouldContain("src/Shop/Program.cs:11 environment PAYMENT_TOKEN");
        older.Output.ShouldNotContain("src/Shop/Program.cs:2 ");
        older.Output.ShouldContain("ONLY_A_COMPILER_SEES");
        older.Output.ShouldContain("Mail:Password");
    }

    [Fact]
    public void Change_AddsWhatItsCodeNames()
    {
        using Sandbox box = Clone();
        box.Git("branch", "before");
        box.Write("src/Shop/Program.cs", "// a line moves the others\n" + Program + "_ = Environment.GetEnvironmentVariable(\"MAIL_TOKEN\");\n").Commit();
        Sandbox.Outcome verified = box.Run("verify", "--diff", "before");
        verified.ExitCode.ShouldBe(1, verified.Error);
        verified.Output.ShouldContain("MAIL_TOKEN");
        verified.Output.ShouldNotContain("PAYMENT_TOKEN");
        verified.Output.ShouldContain("adds 1 reference to what before has");
    }

    private static Sandbox.Outcome Written(Sandbox box, string path, int days)
    {
        File.SetLastWriteTimeUtc(Path.Combine(box.Root, path), DateTime.UtcNow.AddDays(days));
        return box.Run("refs");
    }

    private static Sandbox Clone()
    {
        var box = new Sandbox();
        box.Write("src/Shop/Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />").Write("src/Shop/Program.cs", Program).Write("src/Shop/Options/MailOptions.cs", Options)
            .Write("src/Shop/Pages/Index.cshtml", "@page\n@inject IConfiguration Configuration\n<p>@Configuration[\"Maps:ApiKey\"]</p>\n")
            .Write("tests/Shop.Tests/Shop.Tests.csproj", "<Project />").Write("tests/Shop.Tests/Server.cs", "_ = configuration[\"Made:UpToken\"];\n").Commit();
        return box;
    }
}
