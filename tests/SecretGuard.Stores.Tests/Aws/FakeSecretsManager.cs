using System.Collections.Concurrent;
using System.Text.Json;

namespace SecretGuard.Stores.Tests.Aws;

/// <summary>Secrets Manager: what <see cref="Secrets"/> holds.</summary>
internal sealed class FakeSecretsManager() : FakeAws("secretsmanager")
{
    public const string ArnStart = $"arn:aws:secretsmanager:{Region}:{Account}:secret:";
    public const string VersionId = "11111111-1111-1111-1111-111111111111";
    public const string OldId = "22222222-2222-2222-2222-222222222222";
    public const string UnstagedId = "33333333-3333-3333-3333-333333333333";

    /// <summary>Names and the ends of their ARNs, and what is told of them beside.</summary>
    public SortedDictionary<string, (string Suffix, string More)> Secrets { get; } = new(StringComparer.Ordinal)
    {
        ["app/database"] = ("AbCdEf", Stages($"\"{VersionId}\":[\"AWSCURRENT\"],\"{OldId}\":[\"AWSPREVIOUS\",\"kept\"]") + ",\"RotationEnabled\":true,\"LastRotatedDate\":1767225600.5,\"NextRotationDate\":1769904000"),
        ["app/abcdef-abcdef"] = ("GhIjKl", Stages($"\"{VersionId}\":[\"AWSCURRENT\"]")),
        ["app/deleted"] = ("AAAAAA", Stages($"\"{VersionId}\":[\"AWSCURRENT\"]") + ",\"DeletedDate\":1767225600"),
        ["app/hollow"] = ("BBBBBB", "\"RotationEnabled\":null"),
        ["app/pending"] = ("CCCCCC", Stages($"\"{VersionId}\":[\"AWSPENDING\"]")),
    };

    /// <summary>Names that are not listed yet.</summary>
    public HashSet<string> Unlisted { get; } = new(StringComparer.Ordinal);

    /// <summary>Every version of what was written, by name, with its token.</summary>
    public ConcurrentDictionary<string, List<(string Token, string Value)>> Written { get; } = new(StringComparer.Ordinal);

    protected override string Target => "secretsmanager";

    public static string Stages(string versions) => $$"""
        "VersionIdsToStages":{{{versions}}}
        """;

    protected override string? Answer(string action, JsonElement question) => action switch
    {
        "CreateSecret" => Write(question.GetProperty("Name").GetString()!, question, isNew: true),
        "PutSecretValue" => Write(question.GetProperty("SecretId").GetString()!, question, isNew: false),
        "GetSecretValue" when Of(question) is { } written => $$"""{"Name":{{Quoted(question.GetProperty("SecretId").GetString()!)}},"VersionId":"{{written.Token}}","SecretString":{{Quoted(written.Value)}}}""",
        "DescribeSecret" when Of(question) is { } written => $$$"""{"Name":{{{Quoted(question.GetProperty("SecretId").GetString()!)}}},"ARN":{{{Quoted($"{ArnStart}{question.GetProperty("SecretId").GetString()!}-AbCdEf")}}},"CreatedDate":1735689600.25,"VersionIdsToStages":{"{{{written.Token}}}":["AWSCURRENT"]}}""",
        "ListSecrets" => List(question),
        "DescribeSecret" => Find(question) is { } name ? $"{{{Entry(name)}}}" : null,
        "GetSecretValue" => Find(question) is { } name ? $$"""{"Name":{{Quoted(name)}},"VersionId":"{{VersionId}}","SecretString":{{Quoted($"{{\"password\":\"{Value}\"}}")}}}""" : null,
        "ListSecretVersionIds" => Find(question) is not null ? $$"""{"Versions":[{"VersionId":"{{VersionId}}"},{"VersionId":"{{UnstagedId}}","VersionStages":[]}]}""" : null,
        _ => "UnknownOperationException",
    };

    private (string Token, string Value)? Of(JsonElement question) => Written.TryGetValue(question.GetProperty("SecretId").GetString()!, out List<(string, string)>? versions) ? versions[^1] : null;

    /// <summary>A token that is known with the same value answers as it did; with another value it is an error, as is to create what is there.</summary>
    private string? Write(string name, JsonElement question, bool isNew)
    {
        (string Token, string Value) given = (question.GetProperty("ClientRequestToken").GetString()!, (question.TryGetProperty("SecretString", out JsonElement text) ? text : question.GetProperty("SecretBinary")).GetString()!);
        Guid.TryParse(given.Token, out _).ShouldBeTrue();
        if (!isNew && !Written.ContainsKey(name))
        {
            return null;
        }

        List<(string Token, string Value)> versions = Written.GetOrAdd(name, _ => []);
        if (!versions.Contains(given))
        {
            if ((isNew && versions.Count > 0) || versions.Exists(version => version.Token == given.Token))
            {
                return "ResourceExistsException";
            }

            versions.Add(given);
        }

        return $$"""{"Name":{{Quoted(name)}},"VersionId":"{{given.Token}}"}""";
    }

    private string? Find(JsonElement question)
    {
        string id = question.GetProperty("SecretId").GetString()!;
        return Secrets.Keys.FirstOrDefault(name => id == name || id == ArnStart + name || id == $"{ArnStart}{name}-{Secrets[name].Suffix}");
    }

    private string List(JsonElement question)
    {
        question.GetProperty("IncludePlannedDeletion").GetBoolean().ShouldBeTrue();
        question.GetProperty("MaxResults").GetInt32().ShouldBeInRange(1, 100);
        string[] names = [.. Secrets.Keys.Except(Unlisted)];
        (int from, string next) = Page(question, names.Length);
        string items = string.Join(',', names.Skip(from).Take(question.GetProperty("MaxResults").GetInt32()).Select(name => $"{{{Entry(name).Replace("VersionIdsToStages", "SecretVersionsToStages", StringComparison.Ordinal)}}}"));
        return $$"""{"SecretList":[{{items}}]{{next}}}""";
    }

    private string Entry(string name) => $$"""
        "Name":{{Quoted(name)}},"ARN":{{Quoted($"{ArnStart}{name}-{Secrets[name].Suffix}")}},"Description":"{{Value}}","Tags":[{"Key":"note","Value":"{{Value}}"}],"CreatedDate":1735689600.25,"LastChangedDate":1767225600.5,{{Secrets[name].More}}
        """;
}
