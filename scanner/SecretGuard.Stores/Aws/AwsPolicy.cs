using System.Text.Json;
using SecretGuard.Stores.Http;
using SecretGuard.Text;

namespace SecretGuard.Stores.Aws;

/// <summary>The IAM policy that questions need.</summary>
internal static class AwsPolicy
{
    /// <summary>What a statement is for, by its actions; those of one statement are always needed for the same resources.</summary>
    private static readonly (string Id, string[] Actions)[] Purposes =
    [
        ("DescribeSecrets", ["secretsmanager:DescribeSecret"]),
        ("ListSecretVersions", ["secretsmanager:ListSecretVersionIds"]),
        ("ListSecrets", ["secretsmanager:ListSecrets"]),
        ("ReadSecrets", ["secretsmanager:GetSecretValue"]),
        ("WriteSecrets", ["secretsmanager:CreateSecret", "secretsmanager:PutSecretValue"]),
        ("DescribeParameters", ["ssm:DescribeParameters"]),
        ("ReadParameters", ["ssm:GetParameter"]),
        ("WriteParameters", ["ssm:PutParameter"]),
        ("DecryptWithKeys", ["kms:Decrypt"]),
    ];

    /// <summary>One statement for each purpose, called by it. Empty where nothing is needed.</summary>
    /// <param name="needs">Actions, and what each is about.</param>
    public static string Of(IEnumerable<(string Action, string Resource)> needs)
    {
        ILookup<string, string> resources = needs.Distinct().ToLookup(need => need.Action, need => need.Resource, StringComparer.Ordinal);
        string[] statements =
        [
            .. Purposes.Concat(Others(resources)).Where(purpose => resources.Contains(purpose.Actions[0])).Select(purpose => $$"""
                    {
                      "Sid": {{JsonText.Of(purpose.Id)}},
                      "Effect": "Allow",
                      "Action": {{(purpose.Actions is [var one] ? JsonText.Of(one) : List(purpose.Actions))}},
                      "Resource": {{List(resources[purpose.Actions[0]].Order(StringComparer.Ordinal))}}
                    }
                """.ReplaceLineEndings("\n")),
        ];
        return statements.Length == 0 ? "" : $"{{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n{string.Join(",\n", statements)}\n  ]\n}}\n";
    }

    /// <summary>Actions of no purpose above, each by itself: none is lost.</summary>
    private static IEnumerable<(string Id, string[] Actions)> Others(ILookup<string, string> resources) =>
        resources.Select(need => need.Key).Where(action => !Array.Exists(Purposes, purpose => purpose.Actions.Contains(action, StringComparer.Ordinal))).Order(StringComparer.Ordinal)
            .Select(action => (string.Concat(action.Where(char.IsAsciiLetterOrDigit)), new[] { action }));

    /// <summary>Several of these policies as one, which holds each action and each resource once.</summary>
    public static string Join(IEnumerable<string> policies) => Of(policies.Where(policy => policy.Length > 0).SelectMany(NeedsOf).ToArray());

    private static IEnumerable<(string Action, string Resource)> NeedsOf(string policy)
    {
        using var read = JsonDocument.Parse(policy);
        foreach (JsonElement statement in read.RootElement.At("Statement").Items())
        {
            JsonElement action = statement.At("Action");
            foreach (string allowed in action.Text() is { } one ? [one] : action.Items().Select(item => item.GetString()!))
            {
                foreach (JsonElement resource in statement.At("Resource").Items())
                {
                    yield return (allowed, resource.GetString()!);
                }
            }
        }
    }

    private static string List(IEnumerable<string> texts) => $"[\n        {string.Join(",\n        ", texts.Select(JsonText.Of))}\n      ]";
}
