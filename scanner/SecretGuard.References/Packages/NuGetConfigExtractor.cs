using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Packages;

/// <summary><c>nuget.config</c>: variables in percent signs that its values are filled with; a password is secret whatever the variable is called.</summary>
internal sealed class NuGetConfigExtractor : IExtractor
{
    private static readonly Regex Setting = new("""<!--|-->|<add\s+key\s*=\s*"(?<key>[^"<>]*)"\s+value\s*=\s*"(?<value>[^"<>]*)["]""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
    private static readonly Regex Variable = new("%(?<name>[A-Za-z_][A-Za-z0-9_]*)%", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public string Name => "nuget-config";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => source.FileName.Equals("nuget.config", StringComparison.OrdinalIgnoreCase) && source.Text.Contains('%', StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        bool isComment = false;
        foreach (Match match in Setting.Matches(source.Text))
        {
            Group key = match.Groups["key"], value = match.Groups["value"];
            isComment = key.Success ? isComment : match.Value == "<!--";
            foreach (Group name in isComment ? [] : Variable.Matches(value.Value).Select(variable => variable.Groups["name"]))
            {
                SecretReference reference = ReferenceOf.Variable(name.Value, key.Value);
                found.Add(reference with { IsSecret = reference.IsSecret || key.Value.EndsWith("Password", StringComparison.OrdinalIgnoreCase) }, source.At(value.Index + name.Index, name.Length), "");
            }
        }
    }
}
