using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.DotNet;

/// <summary>Projects that say which user secrets of a developer's machine are theirs; without them a program goes on.</summary>
internal sealed class UserSecretsExtractor : IExtractor
{
    private const string Element = "UserSecretsId";

    private static readonly Regex Id = new(@"<!--|-->|<UserSecretsId(?:\s[^>]*)?>\s*(?<id>[^<\s]+)\s*</UserSecretsId>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
    private static readonly Regex Property = new(@"\$\([^)]*\)", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public string Name => "user-secrets";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) =>
        (source.HasEnd(".csproj", ".fsproj", ".vbproj", ".props", ".targets") || source.Language is "xml" or "msbuild") && source.Text.Contains(Element, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        bool isComment = false;
        foreach (Match match in Id.Matches(source.Text))
        {
            isComment = match.Groups["id"].Success ? isComment : match.Value == "<!--";
            if (match.Groups["id"] is { Success: true } id && !isComment && Property.Replace(id.Value, "*") is not "*" and var name)
            {
                found.Add(
                    new SecretReference(StoreTypes.UserSecrets, ReferenceKinds.Source, name) { IsSecret = true, IsOptional = true, Via = Element },
                    source.At(id.Index, id.Length),
                    source.HasEnd("proj") ? Path.GetFileNameWithoutExtension(source.FileName) : "");
            }
        }
    }
}
