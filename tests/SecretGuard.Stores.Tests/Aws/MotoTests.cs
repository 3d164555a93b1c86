using System.Text;
using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

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

    [Fact]
    public async Task Emulator_TakesParameters_AndKeepsWhatWasChosenForThem()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using MotoServer moto = await MotoServer.StartAsync(cancellation);
        await moto.CallAsync("ssm", "AmazonSSM.PutParameter", """{"Name":"/app/own","Type":"SecureString","Value":"1","KeyId":"alias/own","Tier":"Advanced","Description":"of the app","Tags":[{"Key":"team","Value":"shop"}]}""", cancellation);
        using var store = new ParameterStore(new AwsSettings { Endpoint = moto.Address, Region = FakeAws.Region, Login = AwsLogin.WithKeys("key", "none") });
        async Task<(WriteReply, StandingReply)> WriteAsync(string name, string value, Standing? expected = null)
        {
            var query = new SecretQuery(name);
            WriteReply reply = await store.WriteAsync(query, SecretValue.Of(value), expected ?? (await store.LookAsync(query, cancellation)).Standing!, cancellation);
            return (reply, await store.LookAsync(query, cancellation));
        }

        string value = $"a \"b\" ${Guid.NewGuid():N}\n漢";
        foreach ((string name, string version) in new[] { ("/app/own", "2"), ("/app/new", "1"), ("top", "1") })
        {
            (WriteReply reply, StandingReply there) = await WriteAsync(name, value);
            (reply.Version, reply.Between, reply.Problem?.Cause).ShouldBe((version, "", null));
            (there.Standing!.Version, Encoding.UTF8.GetString(there.Value!.Whole!)).ShouldBe((version, value));
            (await WriteAsync(name, "other", Standing.Absent)).Item1.ShouldBe(WriteReply.Changed);
        }

        string kept = await moto.CallAsync("ssm", "AmazonSSM.DescribeParameters", """{"ParameterFilters":[{"Key":"Name","Values":["/app/own"]}]}""", cancellation);
        foreach (string part in new[] { "\"KeyId\": \"alias/own\"", "\"Tier\": \"Advanced\"", "\"Description\": \"of the app\"", "\"Version\": 2" })
        {
            kept.ShouldContain(part);
        }

        (await moto.CallAsync("ssm", "AmazonSSM.ListTagsForResource", """{"ResourceType":"Parameter","ResourceId":"/app/own"}""", cancellation)).ShouldContain("shop");
        (await WriteAsync("ssmtop", value)).Item1.Problem.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Misconfigured);
    }
}
