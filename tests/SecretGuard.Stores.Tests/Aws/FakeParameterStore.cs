using System.Collections.Concurrent;
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

    /// <summary>Every version of what was written: the value, and what was chosen for it.</summary>
    public ConcurrentDictionary<string, List<(string Value, SortedDictionary<string, string> Chosen)>> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>What somebody else does right before a value is put; once.</summary>
    public Action? Between { get; set; }

    protected override string Target => "AmazonSSM";

    /// <summary>Writes as the service does: what is left out is what the account has chosen, not what stood before.</summary>
    public int Put(string name, string value, params (string Name, string Value)[] chosen)
    {
        List<(string, SortedDictionary<string, string>)> versions = Written.GetOrAdd(name, _ => []);
        versions.Add((value, new SortedDictionary<string, string>(StringComparer.Ordinal) { ["DataType"] = "text", ["KeyId"] = "alias/aws/ssm", ["Tier"] = "Standard", ["Type"] = "SecureString" }));
        foreach ((string member, string text) in chosen)
        {
            versions[^1].Item2[member] = text;
        }

        return versions.Count;
    }

    protected override string? Answer(string action, JsonElement question)
    {
        if (action == "GetParameter")
        {
            question.GetProperty("WithDecryption").GetBoolean().ShouldBeTrue();
            string asked = question.GetProperty("Name").GetString()!;
            return Written.TryGetValue(asked, out List<(string Value, SortedDictionary<string, string>)>? versions) ? $$$"""{"Parameter":{"Name":{{{Quoted(asked)}}},"Type":"SecureString","Value":{{{Quoted(versions[^1].Value)}}},"Version":{{{versions.Count}}}}}"""
                : !Parameters.ContainsKey(asked) ? "ParameterNotFound"
                : $$$"""{"Parameter":{"Name":{{{Quoted(asked)}}},"Type":"SecureString","Value":"{{{Value}}}","Version":7}}""";
        }

        if (action == "PutParameter")
        {
            return Put(question);
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
            : Parameters.Keys.Concat(Written.Keys).Select(name => (name, ArnStart + name.TrimStart('/')));
        if (question.TryGetProperty("ParameterFilters", out JsonElement filters))
        {
            (filters[0].GetProperty("Key").GetString(), filters[0].GetProperty("Option").GetString()).ShouldBe(("Name", "Equals"));
            string[] wanted = [.. filters[0].GetProperty("Values").EnumerateArray().Select(value => value.GetString()!)];
            all = all.Where(one => wanted.Contains(one.Name, StringComparer.Ordinal));
        }

        (string Name, string Arn)[] found = [.. all];
        (int from, string next) = Page(question, found.Length);
        string items = string.Join(',', found.Skip(from).Take(question.GetProperty("MaxResults").GetInt32()).Select(one => $$"""
            {"Name":{{Quoted(one.Name)}},"ARN":{{Quoted(one.Arn)}},"LastModifiedDate":1767225600.5,"LastModifiedUser":"{{Value}}","Description":{{Quoted(Chosen(one.Name, "Description"))}},"AllowedPattern":{{Quoted(Chosen(one.Name, "AllowedPattern"))}},{{More(one.Name)}}}
            """));
        return $$"""{"Parameters":[{{items}}]{{next}}}""";
    }

    private string Put(JsonElement question)
    {
        Action? between = Between;
        Between = null;
        between?.Invoke();
        string name = question.GetProperty("Name").GetString()!;
        bool isThere = Written.ContainsKey(name);
        return isThere && !question.GetProperty("Overwrite").GetBoolean() ? "ParameterAlreadyExists"
            : !isThere && !question.TryGetProperty("Type", out _) ? "ValidationException"
            : $$"""{"Version":{{Put(name, question.GetProperty("Value").GetString()!, [.. question.EnumerateObject().Where(member => member.Name is not ("Name" or "Value" or "Overwrite")).Select(member => (member.Name, member.Value.GetString()!))])}},"Tier":"Standard"}""";
    }

    private string Chosen(string name, string member) => Written.TryGetValue(name, out List<(string, SortedDictionary<string, string> Chosen)>? versions) ? versions[^1].Chosen.GetValueOrDefault(member, "") : Value;

    private string More(string name) => Written.TryGetValue(name, out List<(string, SortedDictionary<string, string> Chosen)>? versions)
        ? $"{string.Join(',', versions[^1].Chosen.Where(one => one.Key != "Description" && one.Key != "AllowedPattern").Select(one => $"{Quoted(one.Key)}:{Quoted(one.Value)}"))},\"Version\":{versions.Count}"
        : Parameters.GetValueOrDefault(name, "\"Version\":1");
}
