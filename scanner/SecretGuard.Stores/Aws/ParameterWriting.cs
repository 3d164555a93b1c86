using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;
using SecretGuard.Text;

namespace SecretGuard.Stores.Aws;

/// <summary>
/// Writes to Parameter Store. To create fails where there is one already; to put a version in does not, so it is looked at right before, and the number of the
/// new version tells whether somebody came between. What was chosen for a parameter (type, key, tier) is described first and sent along: what is left
/// out becomes the account's own.
/// </summary>
internal sealed class ParameterWriting(AwsSession session, ValueMarks marks)
{
    /// <summary>Characters that no parameter takes more of, and none of the standard tier.</summary>
    private const int Most = 8 << 10, MostOfStandard = 4 << 10;

    private static readonly string[] Kept = ["Type", "KeyId", "Tier", "Description", "AllowedPattern", "DataType"];

    /// <summary>Key and tier of what was written over, for the way back.</summary>
    private readonly ConcurrentDictionary<string, string> _choices = new(StringComparer.Ordinal);

    /// <summary>What stands there. A number alone would not do: a parameter that was deleted and made again counts from 1.</summary>
    public async Task<StandingReply> LookAsync(ParameterName name, CancellationToken cancellation)
    {
        using StoreReply reply = await session.CallAsync("GetParameter", JsonText.Object(("Name", JsonText.Of(name.Name)), ("WithDecryption", "true")), cancellation);
        if (AwsProblems.CodeOf(reply) == "ParameterNotFound")
        {
            return StandingReply.Of(Standing.Absent, null);
        }

        if (!reply.IsSuccess || reply.Json.At("Parameter", "Value") is not { ValueKind: JsonValueKind.String } text || reply.Json.At("Parameter", "Version").Number() is not { } number)
        {
            return StandingReply.Failed(reply.IsSuccess ? ValueReply.NoValue(session.Place.Shown).Problem! : ProblemOf(reply));
        }

        SecretValue value = SecretValue.Of(text.GetString()!);
        return StandingReply.Of(new Standing { Mark = $"{JsonText.Of(number)} {marks.Of(value)}", Version = JsonText.Of(number) }, value);
    }

    /// <summary>Writes, where what is expected stands there.</summary>
    public async Task<WriteReply> WriteAsync(ParameterName name, SecretValue value, Standing expected, CancellationToken cancellation)
    {
        if (ValueShape.WholeText(value) is not { } text)
        {
            return WriteReply.Failed(ValueShape.NoText("Parameter Store"));
        }

        if (Unfit(text) is { } unfit)
        {
            return WriteReply.Failed(unfit);
        }

        return expected.Mark is null ? await PutAsync(name, text, [("Type", JsonText.Of("SecureString")), ("Overwrite", "false")], 0, cancellation)
            : await ReplaceAsync(name, text, expected, cancellation);
    }

    private async Task<WriteReply> ReplaceAsync(ParameterName name, string text, Standing expected, CancellationToken cancellation)
    {
        (JsonElement? found, StoreProblem? undescribed) = await ParameterSearch.FindAsync(session, name, isShared: false, cancellation);
        if (found is not { } parameter)
        {
            return undescribed is null ? WriteReply.Changed : WriteReply.Failed(undescribed);
        }

        if (text.Length > MostOfStandard && parameter.At("Tier").Text() == "Standard")
        {
            return WriteReply.Failed(new StoreProblem(Verdict.Misconfigured, "the value has more than the 4 KB that a parameter of the standard tier takes", "make it one of the advanced tier, which AWS bills, or keep the value in Secrets Manager"));
        }

        StandingReply now = await LookAsync(name, cancellation);
        if (now.Problem is not null || now.Standing!.Mark != expected.Mark)
        {
            return now.Problem is { } problem ? WriteReply.Failed(problem) : WriteReply.Changed;
        }

        _choices[name.Name] = Choice(parameter, "KeyId", "--key-id") + Choice(parameter, "Tier", "--tier");
        (string, string)[] kept = [.. Kept.Where(member => parameter.At(member).Text() is not null).Select(member => (member, JsonText.Of(parameter.At(member).Text()!)))];
        return await PutAsync(name, text, [.. kept, ("Overwrite", "true")], int.Parse(expected.Version!, CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>The commands that put the value of the version before into a new one, without it being an argument of any; or that delete what was created.</summary>
    public string WayBack(ParameterName name, Standing before)
    {
        string region = $"--region {ShellText.Word(session.Place.Region)}", id = ShellText.Word(name.Name);
        return before.Version is { } version
            ? $"printf %s \"$(aws ssm get-parameter {region} --name {ShellText.Word($"{name.Name}:{version}")} --with-decryption --query Parameter.Value --output text)\" | aws ssm put-parameter {region} --name {id}{_choices.GetValueOrDefault(name.Name)} --overwrite --value file:///dev/stdin"
            : $"aws ssm delete-parameter {region} --name {id}";
    }

    private static string Choice(JsonElement parameter, string member, string option) => parameter.At(member).Text() is { } chosen ? $" {option} {ShellText.Word(chosen)}" : "";

    private static StoreProblem? Unfit(string text) =>
        text.Length == 0 ? new StoreProblem(Verdict.Misconfigured, "the value is empty, and a parameter has one", "leave it out")
        : text.Length > Most ? TooLong : null;

    private static StoreProblem TooLong => new(Verdict.Misconfigured, "the value has more than the 8 KB that a parameter takes", "keep it in Secrets Manager");

    /// <summary>Why a value cannot be kept, as far as what is known of it tells.</summary>
    public static StoreProblem? Unfit(ValueFacts facts) => facts.HasNoText ? ValueShape.NoText("Parameter Store") : facts.LeastLength > Most ? TooLong : null;

    private async Task<WriteReply> PutAsync(ParameterName name, string text, (string, string)[] more, int before, CancellationToken cancellation)
    {
        using StoreReply reply = await session.CallAsync("PutParameter", JsonText.Object([("Name", JsonText.Of(name.Name)), ("Value", JsonText.Of(text)), .. more]), cancellation);
        if (!reply.IsSuccess)
        {
            return AwsProblems.CodeOf(reply) is "ParameterAlreadyExists" or "ParameterNotFound" ? WriteReply.Changed : WriteReply.Failed(ProblemOf(reply, text.Length));
        }

        // What was deleted meanwhile is made again by this call, and counts from 1.
        return reply.Json.At("Version").Number() is not { } version ? WriteReply.Failed(ValueReply.NoValue(session.Place.Shown).Problem!)
            : WriteReply.Written(JsonText.Of(version), version == before + 1 ? "" : version > before ? $"somebody else wrote version {version - 1} at the same time, which is behind it now: look at it" : "somebody else deleted it at the same time, and it is there again");
    }

    private StoreProblem ProblemOf(StoreReply reply, int length = 0) => AwsProblems.CodeOf(reply) switch
    {
        "AccessDenied" when length > 0 => new StoreProblem(Verdict.Forbidden, "AWS knows the identity, and no policy lets it write here, or use the parameter's KMS key", "allow what '--permissions' prints, and the key"),
        "TooManyUpdates" => new StoreProblem(Verdict.Throttled, "somebody else changes it at this moment", "run it again") { IsTransient = true, RetryAfter = reply.RetryAfter },
        "ParameterLimitExceeded" => new StoreProblem(Verdict.Misconfigured, $"the account has as many parameters in '{session.Place.Region}' as it may have", "delete some, or have the quota raised"),
        "ParameterMaxVersionLimitExceeded" => new StoreProblem(Verdict.Misconfigured, "the oldest of its versions has a label, and there is no room for a new one", "move the label to a newer version"),
        "ParameterPatternMismatch" => new StoreProblem(Verdict.Misconfigured, "the value does not match the pattern that the parameter allows", "correct the pattern, or the value"),
        "InvalidKeyId" => new StoreProblem(Verdict.Misconfigured, "the KMS key of the parameter cannot be used: it is disabled, gone, or of another account", "see whether it is there and enabled"),
        "HierarchyTypeMismatch" or "UnsupportedParameterType" => new StoreProblem(Verdict.Misconfigured, "the parameter has another type, which cannot be changed", "run it again, and look at the plan"),
        "Validation" when length > MostOfStandard => new StoreProblem(Verdict.Misconfigured, "the value has more than the 4 KB that the account's tier of new parameters takes", "make it a parameter of the advanced tier, which AWS bills, or keep the value in Secrets Manager"),
        "Validation" when length > 0 => new StoreProblem(Verdict.Misconfigured, "Parameter Store does not take this name, or this value: a value may hold no '{{…}}'", "correct it, or keep it in Secrets Manager"),
        _ => session.ProblemOf(reply),
    };
}
