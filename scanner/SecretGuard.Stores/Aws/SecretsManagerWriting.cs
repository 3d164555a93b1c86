using System.Text.Json;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;
using SecretGuard.Text;

namespace SecretGuard.Stores.Aws;

/// <summary>
/// Writes to Secrets Manager. To create fails where there is one already; to put a version into one that is there does not, so it is looked at right before. Both carry
/// a token, by which the service knows a call that is made again.
/// </summary>
internal sealed class SecretsManagerWriting(AwsSession session, ValueMarks marks)
{
    private const string NoVersion = "no version";

    /// <summary>What stands there. A secret that has no version yet is one all the same: it takes a version, and cannot be created.</summary>
    public async Task<StandingReply> LookAsync(string name, CancellationToken cancellation)
    {
        using StoreReply reply = await session.CallAsync("GetSecretValue", JsonText.Object(("SecretId", JsonText.Of(name))), cancellation);
        if (AwsProblems.CodeOf(reply) == "ResourceNotFound")
        {
            // It says the same of a secret that is not there and of one without a value.
            using StoreReply described = await session.CallAsync("DescribeSecret", JsonText.Object(("SecretId", JsonText.Of(name))), cancellation);
            return described.IsSuccess ? StandingReply.Of(new Standing { Mark = NoVersion, IsHollow = true }, null)
                : AwsProblems.CodeOf(described) == "ResourceNotFound" ? StandingReply.Of(Standing.Absent, null) : StandingReply.Failed(session.ProblemOf(described));
        }

        SecretValue? value = !reply.IsSuccess ? null
            : reply.Json.At("SecretString") is { ValueKind: JsonValueKind.String } text ? SecretValue.Of(text.GetString()!)
            : reply.Json.At("SecretBinary") is { ValueKind: JsonValueKind.String } binary && binary.TryGetBytesFromBase64(out byte[]? bytes) ? SecretValue.Of(bytes) : null;
        return value is not null && reply.Json.At("VersionId").Text() is { } version ? StandingReply.Of(new Standing { Mark = version, Version = version }, value)
            : StandingReply.Failed(reply.IsSuccess ? ValueReply.NoValue(session.Place.Shown).Problem! : session.ProblemOf(reply));
    }

    /// <summary>Writes, where what is expected stands there.</summary>
    public async Task<WriteReply> WriteAsync(string name, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        (string, string) content = ValueShape.WholeText(value) is { } text ? ("SecretString", JsonText.Of(text)) : ("SecretBinary", JsonText.Of(Convert.ToBase64String(ValueShape.Whole(value) ?? [])));
        if (ValueShape.Whole(value) is not { Length: > 0 })
        {
            return WriteReply.Failed(ValueShape.NoText("a secret of fields"));
        }

        bool isNew = expected.Mark is null;
        if (!isNew && await LookAsync(name, cancellation) is var now && (now.Problem is not null || now.Standing!.Mark != expected.Mark))
        {
            return now.Problem is { } problem ? WriteReply.Failed(problem) : WriteReply.Changed;
        }

        string body = JsonText.Object((isNew ? "Name" : "SecretId", JsonText.Of(name)), ("ClientRequestToken", JsonText.Of(marks.TokenOf(name, value, expected))), content);
        using StoreReply reply = await session.CallAsync(isNew ? "CreateSecret" : "PutSecretValue", body, cancellation);
        return AwsProblems.CodeOf(reply) is "ResourceExists" || (!isNew && AwsProblems.CodeOf(reply) == "ResourceNotFound") ? WriteReply.Changed
            : !reply.IsSuccess ? WriteReply.Failed(session.ProblemOf(reply))
            : reply.Json.At("VersionId").Text() is { } version ? WriteReply.Written(version) : WriteReply.Failed(ValueReply.NoValue(session.Place.Shown).Problem!);
    }

    /// <summary>The command that makes the version before the current one again; or that deletes what was created, with time to bring it back.</summary>
    public static string WayBack(string name, Standing before, string? written, string region)
    {
        string start = $"aws secretsmanager --region {ShellText.Word(region)}", id = ShellText.Word(name);
        return before.IsHollow ? "" : before.Version is { } version
            ? $"{start} update-secret-version-stage --secret-id {id} --version-stage AWSCURRENT --move-to-version-id {ShellText.Word(version)}{(written is null ? "" : $" --remove-from-version-id {ShellText.Word(written)}")}"
            : $"{start} delete-secret --secret-id {id} --recovery-window-in-days 30";
    }
}
