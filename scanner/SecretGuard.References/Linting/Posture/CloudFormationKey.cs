using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Posture;

/// <summary>The keys of secrets in templates of CloudFormation.</summary>
internal static class CloudFormationKey
{
    private const string Secret = "AWS::SecretsManager::Secret", Key = "AWS::KMS::Key";

    /// <summary>The secrets of a template.</summary>
    public static IEnumerable<(YamlValue Id, YamlValue Properties)> Secrets(YamlValue root) => Resources(root, Secret);

    /// <summary>The keys of a template.</summary>
    public static IEnumerable<(YamlValue Id, YamlValue Properties)> Keys(YamlValue root) => Resources(root, Key);

    /// <summary>The logical name, or what is written, of a key that is not AWS's own; null where it is, or nothing is said.</summary>
    public static string? NameOf(YamlValue key) => key.Text is "" || key.Text?.Contains("alias/aws/", StringComparison.Ordinal) == true ? null
        : key.Text?.Split('.')[0] ?? key["Ref"].Text ?? key["Fn::GetAtt"].Text?.Split('.')[0] ?? (key["Fn::GetAtt"].Items is [var first, ..] ? first.Text : null);

    private static IEnumerable<(YamlValue Id, YamlValue Properties)> Resources(YamlValue root, string type) =>
        root["Resources"].Members.Where(member => member.Key.Text is not null && member.Value.TextOf("Type") == type).Select(member => (member.Key, member.Value["Properties"]));
}
