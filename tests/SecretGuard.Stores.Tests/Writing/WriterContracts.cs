using System.Text.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Configuration;
using SecretGuard.Inventories;
using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Azure;
using SecretGuard.Stores.Local.DotEnv;
using SecretGuard.Stores.Local.Files;
using SecretGuard.Stores.Local.UserSecrets;
using SecretGuard.Stores.Tests.Aws;
using SecretGuard.Stores.Tests.Azure;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Tests.Vault;
using SecretGuard.Stores.Vault;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Tests.Writing;

public sealed class WriterContractTests
{
    [Fact]
    public void EveryStoreThatIsWrittenTo_HasARun()
    {
        typeof(WriterContractTests).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(WriterContract)) && !type.IsAbstract)
            .Select(type => ((WriterContract)Activator.CreateInstance(type)!).StoreType).Distinct(StringComparer.Ordinal)
            .ShouldBe(typeof(IWritableStore).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IWritableStore)) && type.IsClass).Select(WritableTypes.Of), ignoreOrder: true);
    }
}

internal static class WritableTypes
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["DotEnvStore"] = StoreTypes.DotEnv,
        ["FilesStore"] = StoreTypes.Files,
        ["UserSecretsStore"] = StoreTypes.UserSecrets,
        ["VaultStore"] = StoreTypes.Vault,
        ["KeyVaultStore"] = StoreTypes.AzureKeyVault,
        ["SecretsManagerStore"] = StoreTypes.AwsSecretsManager,
    };

    public static string Of(Type type) => Names[type.Name];

    /// <summary>A folder where a file is to be written: that stops administrators too, whom no permission stops.</summary>
    public static void Bar(string path) => Directory.CreateDirectory(path + ".secretguard-tmp");
}

public sealed class DotEnvWriterContract : WriterContract
{
    public override string StoreType => StoreTypes.DotEnv;

    private protected override Task<WriterWorld> CreateAsync()
    {
        var folder = new TemporaryFolder();
        string path = folder.Write(".env", "# mine\nexport OTHER=\"x\" # stays\n");
        return Task.FromResult(new WriterWorld
        {
            Store = new DotEnvStore(path),
            Name = "TOKEN",
            BadName = "1 A",
            Put = value => File.WriteAllText(path, $"# mine\nexport OTHER=\"x\" # stays\nTOKEN='{value}'\n"),
            Get = () =>
            {
                string text = File.ReadAllText(path);
                text.ShouldStartWith("# mine\nexport OTHER=\"x\" # stays\n");
                Directory.GetFiles(folder.Path).ShouldBe([path]);
                return DotEnvReader.Read(text, out _).Where(entry => entry.Name == "TOKEN").Select(entry => entry.ValueIn(text)).SingleOrDefault();
            },
            Forbid = () => WritableTypes.Bar(path),
            Extra = folder,
        });
    }
}

public sealed class FilesWriterContract : WriterContract
{
    public override string StoreType => StoreTypes.Files;

    private protected override Task<WriterWorld> CreateAsync()
    {
        var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "token");
        folder.Write("other", "x");
        return Task.FromResult(new WriterWorld
        {
            Store = new FilesStore(folder.Path),
            Name = "token",
            BadName = "../token",
            Put = value => File.WriteAllText(path, value),
            Get = () => File.Exists(path) ? File.ReadAllText(path) : null,
            Forbid = () => WritableTypes.Bar(path),
            Extra = folder,
        });
    }
}

public abstract class UserSecretsContract(string before, string after) : WriterContract
{
    public override string StoreType => StoreTypes.UserSecrets;

    private protected override Task<WriterWorld> CreateAsync()
    {
        var folder = new TemporaryFolder();
        string path = folder.Write("id/secrets.json", before + after);
        string? Read()
        {
            string text = File.ReadAllText(path);
            text.ShouldStartWith(before);
            Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path]);
            return new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(text))).Build()["Shop:Token"];
        }

        return Task.FromResult(new WriterWorld
        {
            Store = new UserSecretsStore("id", path),
            Name = "Shop:Token",
            BadName = "Shop__Token",
            Put = value => File.WriteAllText(path, UserSecretsWriter.With(File.ReadAllText(path), "Shop:Token", value)),
            Get = Read,
            Forbid = () => WritableTypes.Bar(path),
            Extra = folder,
        });
    }
}

public sealed class FlatUserSecretsContract() : UserSecretsContract("{\n  // mine\n  \"Other\": \"x\"", " // stays\n}\n");

public sealed class NestedUserSecretsContract() : UserSecretsContract("{ \"Shop\": { \"Other\": 5", " } }");

public abstract class VaultWriterContract(string name) : WriterContract
{
    public override string StoreType => StoreTypes.Vault;

    private protected override async Task<WriterWorld> CreateAsync()
    {
        var vault = new FakeVault();
        LoopbackServer server = await vault.StartAsync();
        return new WriterWorld
        {
            Store = new VaultStore(new VaultSettings(server.Address, VaultLogin.WithToken(vault.Token))),
            Server = server,
            Name = name,
            BadName = "secret/../x",
            Put = value => vault.Engine.Put(name, JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = value })),
            Get = () => vault.Engine.Current(name) is { } json ? JsonDocument.Parse(json).RootElement.GetProperty("value").GetString() : null,
            Writes = () => vault.Engine.Versions.GetValueOrDefault(name)?.Count ?? 0,
            Forbid = () => vault.Denied.Add("POST " + (name.StartsWith("secret/", StringComparison.Ordinal) ? "secret/data/" : name)),
        };
    }
}

public sealed class SecondEngineContract() : VaultWriterContract("secret/shop/token");

public sealed class FirstEngineContract() : VaultWriterContract("team/kv/shop/token");

public sealed class KeyVaultWriterContract : WriterContract
{
    public override string StoreType => StoreTypes.AzureKeyVault;

    private protected override async Task<WriterWorld> CreateAsync()
    {
        var vault = new FakeKeyVault();
        var folder = new TemporaryFolder();
        X509Certificate2 certificate = TestCertificates.Make();
        LoopbackServer server = await vault.StartAsync(certificate);
        return new WriterWorld
        {
            Store = new KeyVaultStore(new KeyVaultSettings(server.Address) { AuthoritiesFile = folder.Write("ca.pem", certificate.ExportCertificatePem()), IsEmulator = true, Token = vault.Credential() }),
            Server = server,
            Name = "ghcr-token",
            BadName = "ghcr_token",
            Put = value => vault.Written.GetOrAdd("ghcr-token", _ => []).Add(value),
            Get = () => vault.Written.TryGetValue("ghcr-token", out List<string>? versions) ? versions[^1] : null,
            Writes = () => vault.Written.GetValueOrDefault("ghcr-token")?.Count ?? 0,
            Forbid = () => vault.Problem = what => what == "PUT secrets" ? (403, "Forbidden", "ForbiddenByRbac", "no") : null,
            Extra = folder,
        };
    }
}

public sealed class SecretsManagerWriterContract : WriterContract
{
    public override string StoreType => StoreTypes.AwsSecretsManager;

    private protected override async Task<WriterWorld> CreateAsync()
    {
        var aws = new FakeSecretsManager();
        LoopbackServer server = await aws.StartAsync();
        return new WriterWorld
        {
            Store = new SecretsManagerStore(aws.Settings(server.Address)),
            Server = server,
            Name = "shop/token",
            BadName = "shop token",
            Put = value => aws.Written.GetOrAdd("shop/token", _ => []).Add((Guid.NewGuid().ToString(), value)),
            Get = () => aws.Written.TryGetValue("shop/token", out List<(string Token, string Value)>? versions) ? versions[^1].Value : null,
            Writes = () => aws.Written.GetValueOrDefault("shop/token")?.Count ?? 0,
            Forbid = () => aws.Error = ("AccessDeniedException", 400, "CreateSecret", false),
        };
    }
}
