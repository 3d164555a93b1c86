using YamlDotNet.RepresentationModel;

namespace SecretGuard.Migration.Formats;

/// <summary>The project configuration of kingfisher (YAML). What it excludes is carried over; most of the rest has no counterpart and is told.</summary>
internal static class KingfisherConfiguration
{
    private static readonly (string Section, string Key, string What, string Advice)[] Untold =
    [
        ("filters", "skip_words", "words in values that are passed over", "Accept such values in the baseline, or by digest under 'allow:'."),
        ("filters", "skip_regex", "expressions of values that are passed over", "Accept such values in the baseline, or by digest under 'allow:'."),
        ("filters", "skip_aws_accounts", "accounts of AWS that are passed over", "Accept their keys in the baseline, or by digest under 'allow:'."),
        ("filters", "extra_ignore_comments", "comments of others that are honoured", "'compatPragmas: true' honours those of gitleaks, trufflehog, kingfisher, Sonar and ggshield."),
        ("rules", "disabled", "rules that are off there", "Name rules of SecretGuard under 'rules: disable:' ('secretguard rules list' shows them)."),
        ("rules", "paths", "rules of your own", "Write them under 'rules: custom:' in secretguard.yml; 'secretguard rules test' tries them."),
    ];

    public static bool Recognizes(ForeignText text) =>
        (Path.GetFileNameWithoutExtension(text.Name).Contains("kingfisher", StringComparison.OrdinalIgnoreCase) && Path.GetExtension(text.Name) is ".yaml" or ".yml")
        || (YamlShape.HasKey(text, "filters") && YamlShape.HasKey(text, "scan"));

    public static ForeignFile Read(ForeignText text)
    {
        YamlMappingNode root = YamlShape.Read(text);
        var exclude = new List<PathPattern>();
        var leftovers = new List<Leftover>();
        foreach ((string glob, string origin) in YamlShape.Texts(text, YamlShape.Member(YamlShape.Member(root, "filters"), "exclude")))
        {
            exclude.Add(new PathPattern(glob, [glob], origin));
        }

        foreach ((string section, string key, string what, string advice) in Untold)
        {
            if (YamlShape.Texts(text, YamlShape.Member(YamlShape.Member(root, section), key)).ToArray() is { Length: > 0 } texts)
            {
                leftovers.Add(new Leftover(texts[0].Origin, $"{what} ({texts.Length})", advice));
            }
        }

        return new ForeignFile { Exclude = exclude, Leftovers = leftovers };
    }
}
