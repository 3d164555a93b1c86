using System.Text.Json;

namespace SecretGuard.Stores.Tests.Aws;

/// <summary>Parameter Store: what <see cref="Parameters"/> holds.</summary>
internal sealed class FakeParameterStore() : FakeAws("ssm")
{
    public const string ArnStart = $"arn:aws:ssm:{Region}:{Account}:parameter/";

    /// <summary>Names, and what is told of them beside.</summary>
    public SortedDictionary<string, string> Parameters { get; } = new(StringComparer.Ordinal)
    {
        ["/app/database"] = "\"Type\":\"SecureString\",\"Version\":7",
        ["/app/plain"] = "\"Type\":\"String\",\"Version\":150",
        ["/app/expiring"] = """
            "Type":"SecureString","Version":1,"Policies":[{"PolicyType":"NoChangeNotification","PolicyText":"{}"},{"PolicyType":"Expiration","PolicyText":"{\"Type\":\"Expiration\",\"Attributes\":{\"Timestamp\":\"2030-02-03T04:05:06.000Z\"}}"}]
            """,
        ["top"] = "\"Type\":\"SecureString\",\"Version\":1",
    };

    /// <summary>Those of another account, of which this one knows.</summary>
    public HashSet<string> Shared { get; } = new(StringComparer.Ordinal) { "arn:aws:ssm:eu-west-1:444455556666:parameter/shared/key" };

    /// <summary>Begins each answer with an empty page, as the service may.</summary>
    public bool BeginsEmpty { get; set; }

    protected override string Target => "AmazonSSM";

    protected override string? Answer(string action, JsonElement question)
    {
        if (action == "GetParameter")
        {
            question.GetProperty("WithDecryption").GetBoolean().ShouldBeTrue();
            return Parameters.ContainsKey(question.GetProperty("Name").GetString()!) ? $$$"""{"Parameter":{"Type":"SecureString","Value":"{{{Value}}}","Version":7}}""" : null;
        }

        if (action != "DescribeParameters")
        {
            return "UnknownOperationException";
        }

        question.GetProperty("MaxResults").GetInt32().ShouldBeInRange(1, 50);
        if (BeginsEmpty && !question.TryGetProperty("NextToken", out _))
        {
            return """{"Parameters":[],"NextToken":"0"}""";
        }

        IEnumerable<(string Name, string Arn)> all = question.TryGetProperty(nameof(Shared), out _)
            ? Shared.Select(arn => ("/" + arn.Split('/', 2)[1], arn))
            : Parameters.Keys.Select(name => (name, ArnStart + name.TrimStart('/')));
        if (question.TryGetProperty("ParameterFilters", out JsonElement filters))
        {
            (filters[0].GetProperty("Key").GetString(), filters[0].GetProperty("Option").GetString()).ShouldBe(("Name", "Equals"));
            string[] wanted = [.. filters[0].GetProperty("Values").EnumerateArray().Select(value => value.GetString()!)];
            all = all.Where(one => wanted.Contains(one.Name, StringComparer.Ordinal));
        }

        (string Name, string Arn)[] found = [.. all];
        (int from, string next) = Page(question, found.Length);
        string items = string.Join(',', found.Skip(from).Take(question.GetProperty("MaxResults").GetInt32()).Select(one => $$"""
            {"Name":{{Quoted(one.Name)}},"ARN":{{Quoted(one.Arn)}},"LastModifiedDate":1767225600.5,"LastModifiedUser":"{{Value}}","Description":"{{Value}}","AllowedPattern":"{{Value}}",{{Parameters.GetValueOrDefault(one.Name, "\"Version\":1")}}}
            """));
        return $$"""{"Parameters":[{{items}}]{{next}}}""";
    }
}
