using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Aws;

/// <summary>What Secrets Manager tells of a secret, when it describes or lists it. Descriptions and tags, where people may write anything, are passed over.</summary>
internal static class SecretDescription
{
    private const string Current = "AWSCURRENT";
    private const int SuffixLength = 6;

    /// <summary>Whether a name ends as AWS ends an ARN: a hyphen and six letters or digits.</summary>
    public static bool HasSuffix(string name) => name.Length > SuffixLength && name[^(SuffixLength + 1)] == '-' && name[^SuffixLength..].All(char.IsAsciiLetterOrDigit);

    /// <summary>The version or stage that is asked for.</summary>
    public static string Wanted(SecretQuery query) => query.Version is not { Length: > 0 } version ? Current : version.StartsWith("uuid/", StringComparison.Ordinal) ? version["uuid/".Length..] : version;

    /// <summary>Whether a version is an id and no stage: AWS makes them of 32 characters or more.</summary>
    public static bool IsVersionId(string? version) => version is not null && (version.StartsWith("uuid/", StringComparison.Ordinal) || (version.Length >= 32 && version.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')));

    /// <summary>What to do where there is no secret of a name.</summary>
    public static string AdviceWhereMissing(string name) => !HasSuffix(name) ? "create it, or correct the name in the reference"
        : AwsArn.Parse(name) is null ? $"create it, or correct the name; where it was taken from an ARN, '{name[^(SuffixLength + 1)..]}' is AWS's and does not belong to it"
        : "correct the ARN: a secret that is made anew gets another end; a name survives that";

    /// <summary>The answer to a question; null where this describes no secret.</summary>
    /// <param name="query">The question.</param>
    /// <param name="name">The name or ARN that is asked for.</param>
    /// <param name="secret">The description.</param>
    public static StoreAnswer? Judge(SecretQuery query, string name, JsonElement secret)
    {
        if (secret.At("Name").Text() is not { } told || secret.At("ARN").Text() is not { } arn)
        {
            return null;
        }

        SecretMetadata metadata = new()
        {
            Created = secret.At("CreatedDate").Seconds(),
            Updated = secret.At("LastChangedDate").Seconds(),
            Rotated = secret.At("LastRotatedDate").Seconds(),
            NextRotation = secret.At("RotationEnabled").IsTrue() ? secret.At("NextRotationDate").Seconds() : null,
        };
        if (secret.At("DeletedDate").Seconds() is { } deleted)
        {
            return new StoreAnswer(query, Verdict.SoftDeleted)
            {
                Metadata = metadata,
                Cause = $"it is scheduled for deletion ({deleted:yyyy-MM-dd})",
                Advice = "bring it back while its recovery window lasts ('aws secretsmanager restore-secret'), or take the reference out",
            };
        }

        StoreAnswer answer = JudgeVersion(query, metadata, secret);
        return answer.Verdict == Verdict.Present ? answer with { Remark = Remark(name, told, arn) } : answer;
    }

    private static StoreAnswer JudgeVersion(SecretQuery query, SecretMetadata metadata, JsonElement secret)
    {
        string wanted = Wanted(query);
        var stages = new List<string>();

        // Described and listed secrets call them differently.
        foreach (JsonProperty version in secret.At("VersionIdsToStages").Members().Concat(secret.At("SecretVersionsToStages").Members()))
        {
            string[] own = [.. version.Value.Items().Select(JsonAccess.Text).OfType<string>()];
            if (version.Name == wanted || own.Contains(wanted, StringComparer.Ordinal))
            {
                return StoreAnswer.Present(query, metadata with { Version = version.Name });
            }

            stages.AddRange(own);
        }

        string what = IsVersionId(query.Version) ? $"no version '{wanted}'" : $"no version with the stage '{wanted}'";
        return new StoreAnswer(query, Verdict.NoVersion)
        {
            Metadata = metadata,
            Cause = stages.Count == 0 ? "it was made and never given a value" : $"it has {what}; its stages are {string.Join(", ", stages.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(8).Select(stage => $"'{stage}'"))}",
            Advice = stages.Count == 0 || wanted == Current ? "give it a value ('aws secretsmanager put-secret-value')" : "correct the version in the reference",
        };
    }

    /// <summary>An ARN without its suffix, whose name ends like one, is looked for as both.</summary>
    private static string Remark(string asked, string told, string arn) =>
        asked == told || asked == arn || !HasSuffix(asked) ? ""
        : $"the ARN is not whole: it stands for '{told}' only as long as no other secret has it as its ARN; write the name, or the ARN with AWS's own end";
}
