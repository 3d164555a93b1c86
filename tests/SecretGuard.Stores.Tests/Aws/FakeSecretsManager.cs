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

    protected override string Target => "secretsmanager";

    public static string Stages(string versions) => $$"""
        "VersionIdsToStages":{{{versions}}}
        """;

    protected override string? Answer(string action, JsonElement question) => action switch
    {
        "ListSecrets" => List(question),
        "DescribeSecret" => Find(question) is { } name ? $"{{{Entry(name)}}}" : null,
        "GetSecretValue" => Find(question) is { } name ? $$"""{"Name":{{Quoted(name)}},"VersionId":"{{VersionId}}","SecretString":{{Quoted($"{{\"password\":\"{Value}\"}}")}}}""" : null,
        "ListSecretVersionIds" => Find(question) is not null ? $$"""{"Versions":[{"VersionId":"{{VersionId}}"},{"VersionId":"{{UnstagedId}}","VersionStages":[]}]}""" : null,
        _ => "UnknownOperationException",
    };

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
