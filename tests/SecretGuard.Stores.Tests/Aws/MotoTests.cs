using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Aws;

/// <summary>The adapters against an emulator that others wrote.</summary>
public sealed class MotoTests
{
    [Fact]
    public async Task Emulator_IsUnderstood()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using MotoServer moto = await MotoServer.StartAsync(cancellation);
        string value = "value" + Guid.NewGuid().ToString("N");
        string[] names = [.. Enumerable.Range(0, 120).Select(i => $"app/s{i:d3}")];
        foreach (string name in names.Append("app/deleted"))
        {
            await moto.CallAsync("secretsmanager", "secretsmanager.CreateSecret", $$"""{"Name":"{{name}}","SecretString":"{{value}}"}""", cancellation);
        }

        await moto.CallAsync("secretsmanager", "secretsmanager.CreateSecret", """{"Name":"app/hollow"}""", cancellation);
        await moto.CallAsync("secretsmanager", "secretsmanager.DeleteSecret", """{"SecretId":"app/deleted"}""", cancellation);
        await moto.CallAsync("ssm", "AmazonSSM.PutParameter", $$"""{"Name":"/app/key","Type":"SecureString","Value":"{{value}}"}""", cancellation);

        AwsSettings settings = new() { Endpoint = moto.Address, Region = FakeAws.Region, Login = AwsLogin.WithKeys("key", "none") };
        using var secrets = new SecretsManagerStore(settings);
        SecretQuery[] queries = [.. names.Select(name => new SecretQuery(name)), new("app/deleted"), new("app/hollow"), new("app/none"), new("app/s000", null, "AWSPREVIOUS")];
        VerificationReport report = await new StoreVerifier(new VerifierOptions { SuggestNames = false }).VerifyAsync(secrets, queries, null, cancellation);
        report.Answers.Select(answer => answer.Verdict).ShouldBe([.. Enumerable.Repeat(Verdict.Present, 120), Verdict.SoftDeleted, Verdict.NoVersion, Verdict.Missing, Verdict.NoVersion]);
        report.Answers[0].Metadata.Version.ShouldNotBeNull();
        report.Answers[0].Metadata.Created.ShouldNotBeNull();
        report.Calls.ShouldBe(2 + 3);

        using var parameters = new ParameterStore(settings);
        (await parameters.AskAsync(new SecretQuery("/app/key:1"), cancellation)).Verdict.ShouldBe(Verdict.Present);
        (await parameters.AskAsync(new SecretQuery($"arn:aws:ssm:{FakeAws.Region}:123456789012:parameter/app/key"), cancellation)).Verdict.ShouldBe(Verdict.Present);
        (await parameters.AskAsync(new SecretQuery("/app/none"), cancellation)).Verdict.ShouldBe(Verdict.Missing);
    }
}
