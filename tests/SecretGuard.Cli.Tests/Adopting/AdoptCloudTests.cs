using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using SecretGuard.Stores.Tests.Aws;
using SecretGuard.Stores.Tests.Azure;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Cli.Tests.Adopting;

/// <summary><c>adopt</c> from a file into the stores of clouds, end to end: as the program that users run, with the clients of clouds.</summary>
public sealed class AdoptCloudTests
{
    [Theory]
    [InlineData("aws-secrets-manager", "shop/smtp", "Smtp__Password")]
    [InlineData("aws-ssm", "/shop/smtp", "Smtp__Password")]
    public async Task Secret_GoesToAws_AndIsVerifiedThere(string type, string key, string variable)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using MotoServer moto = await MotoServer.StartAsync(cancellation);
        using var box = new Sandbox();
        string secret = box.Secret();
        box.Write("secretguard.yml", $"version: 1\nstores:\n  aws: {{ type: {type}, region: {FakeAws.Region}, address: \"{moto.Address}\" }}\n").Write("deploy/.env.prod", $"HOST=mail.example.com\n{variable}={secret}\n").Commit();
        (string, string?)[] keys = [("AWS_ACCESS_KEY_ID", "key"), ("AWS_SECRET_ACCESS_KEY", "none"), ("AWS_EC2_METADATA_DISABLED", "true")];

        Sandbox.Outcome done = Adopt(box, keys, "deploy/.env.prod:2", "--to", "aws", "--key", key, "--keep-value", "--apply");
        done.ExitCode.ShouldBe(0, done.Output + done.Error);
        done.Output.ShouldContain($"written: aws '{key}'");
        box.Read("deploy/.env.prod").ShouldBe($"HOST=mail.example.com\n{variable}=\n");
        box.Read("secretguard.yml").ShouldContain(": { store: aws");
        (await ValueAsync(moto, type, key, cancellation)).ShouldBe(secret);
        box.RunWhole(["verify"], keys).ShouldSatisfyAllConditions(told => told.ExitCode.ShouldBe(0, told.Output + told.Error), told => told.Output.ShouldNotContain(secret));
        (done.Output + done.Error + box.Read("secretguard.yml")).ShouldNotContain(secret);

        // The same value once more changes nothing, and another one is not written over it.
        box.Write("deploy/.env.test", $"{variable}={box.Secret()}\n").Commit();
        Sandbox.Outcome other = Adopt(box, keys, "deploy/.env.test:1", "--to", "aws", "--key", key, "--keep-value", "--apply");
        (other.ExitCode, other.Output.Contains("refuse", StringComparison.Ordinal)).ShouldBe((1, true), other.Output + other.Error);
        (await ValueAsync(moto, type, key, cancellation)).ShouldBe(secret);
        box.Read("deploy/.env.test").ShouldContain(box.Planted[1]);
    }

    [Fact]
    public async Task Secret_GoesToAKeyVault_SignedInWithTheIdentityOfTheMachine()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the authority of the test is trusted by a variable of OpenSSL");
        var vault = new FakeKeyVault();
        using X509Certificate2 certificate = TestCertificates.Make();
        await using LoopbackServer server = await vault.StartAsync(certificate);
        await using LoopbackServer identity = await LoopbackServer.StartAsync(context => LoopbackServer.WriteAsync(
            context, 200, $$"""{"access_token":"{{vault.Token}}","expires_on":"{{DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()}}","resource":"{{vault.Resource}}","token_type":"Bearer","client_id":"shop"}"""));
        using var box = new Sandbox();
        string secret = box.Secret();
        box.Write("ca.pem", certificate.ExportCertificatePem()).Write(".gitignore", "ca.pem\n")
            .Write("secretguard.yml", $"version: 1\nstores:\n  keys: {{ type: azure-key-vault, address: \"{server.Address}\", emulator: true, auth: {{ method: managed-identity }}, transform: colon-to-double-hyphen }}\n")
            .Write("src/Shop.csproj", "<Project />\n").Write("src/appsettings.json", $$"""{ "Smtp": { "Password": "{{secret}}" } }""").Commit();
        (string, string?)[] login = [("IDENTITY_ENDPOINT", identity.Address + "/msi/token"), ("IDENTITY_HEADER", "shop"), ("SSL_CERT_FILE", Path.Combine(box.Root, "ca.pem"))];

        Sandbox.Outcome done = Adopt(box, login, "src/appsettings.json:1", "--to", "keys", "--key", "Smtp--Password", "--keep-value", "--apply", "--record", "adopt.json");
        done.ExitCode.ShouldBe(0, done.Output + done.Error);
        vault.Written["Smtp--Password"].ShouldBe([secret]);
        box.Read("src/appsettings.json").ShouldBe("""{ "Smtp": { "Password": "" } }""");
        box.Read("secretguard.yml").ShouldContain("Smtp--Password: { store: keys, consumers: [Shop] }");
        box.RunWhole(["verify"], login).Output.ShouldContain("1 store asked with 2 requests, 1 billable");
        (done.Output + done.Error + box.Read("adopt.json") + box.Read("secretguard.yml")).ShouldSatisfyAllConditions(said => said.ShouldNotContain(secret), said => said.ShouldNotContain(vault.Token));
    }

    private static Sandbox.Outcome Adopt(Sandbox box, (string, string?)[] environment, params string[] line) => box.RunWhole(["adopt", .. line], environment);

    private static async Task<string?> ValueAsync(MotoServer moto, string type, string key, CancellationToken cancellation) => type == "aws-ssm"
        ? JsonDocument.Parse(await moto.CallAsync("ssm", "AmazonSSM.GetParameter", $$"""{"Name":"{{key}}","WithDecryption":true}""", cancellation)).RootElement.GetProperty("Parameter").GetProperty("Value").GetString()
        : JsonDocument.Parse(await moto.CallAsync("secretsmanager", "secretsmanager.GetSecretValue", $$"""{"SecretId":"{{key}}"}""", cancellation)).RootElement.GetProperty("SecretString").GetString();
}
