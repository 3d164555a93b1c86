using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.References.Literals;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.AzureSettings;

/// <summary>A resource of a file of Bicep.</summary>
/// <param name="Symbol">How the file calls it.</param>
/// <param name="Type">What it is, without the version: <c>Microsoft.KeyVault/vaults</c>.</param>
/// <param name="Body">What stands in its braces.</param>
/// <param name="Location">Where its head stands.</param>
internal sealed record BicepResource(string Symbol, string Type, YamlValue Body, Location Location)
{
    private static readonly Regex Head = new("""^[ \t]*(?<head>resource\s+(?<symbol>\w+)\s+'(?<type>[^'@\r\n]+)@[^'\r\n]*'(?<existing>\s+existing)?)\s*=\s*(?:if\s*\([^\r\n]*\)\s*|\[\s*for\s[^\r\n]*:\s*)?(?<body>\{)""", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    /// <summary>Whether it is only referred to, and made elsewhere.</summary>
    public bool IsExisting { get; init; }

    /// <summary>Whether a text is of this syntax.</summary>
    public static bool IsBicep(SourceText source) => source.Language == "bicep" || source.HasEnd(".bicep");

    /// <summary>The resources of a text, those within others among them.</summary>
    public static IReadOnlyList<BicepResource> In(SourceText source) =>
    [
        .. Head.Matches(source.Text).Select(match => new BicepResource(match.Groups["symbol"].Value, match.Groups["type"].Value, LiteralReader.Read(source, match.Groups["body"].Index), source.At(match.Groups["head"].Index, match.Groups["head"].Length))
        {
            IsExisting = match.Groups["existing"].Success,
        }),
    ];

    /// <summary>The value at the end of some keys, whatever their case.</summary>
    public YamlValue At(params ReadOnlySpan<string> keys)
    {
        YamlValue value = Body;
        foreach (string key in keys)
        {
            value = value.Members.FirstOrDefault(member => string.Equals(member.Key.Text, key, StringComparison.OrdinalIgnoreCase)).Value ?? YamlValue.Nothing;
        }

        return value;
    }
}
