using SecretGuard.Text;

namespace SecretGuard.Stores.Aws;

/// <summary>The IAM policy that questions need.</summary>
internal static class AwsPolicy
{
    /// <summary>One statement for each set of resources; nothing of it reads a value. Empty where nothing is needed.</summary>
    /// <param name="needs">Actions, and what each is about.</param>
    public static string Of(IEnumerable<(string Action, string Resource)> needs)
    {
        string[] statements =
        [
            .. needs.Distinct().GroupBy(need => need.Action, need => need.Resource, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $$"""
                        {
                          "Effect": "Allow",
                          "Action": {{JsonText.Of(group.Key)}},
                          "Resource": [
                            {{string.Join(",\n        ", group.Order(StringComparer.Ordinal).Select(JsonText.Of))}}
                          ]
                        }
                    """.ReplaceLineEndings("\n")),
        ];
        return statements.Length == 0 ? "" : $"{{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n{string.Join(",\n", statements)}\n  ]\n}}\n";
    }
}
