using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.EnvironmentFiles;

/// <summary>
/// <c>.env.example</c> and its like: what a <c>.env</c> beside it must provide, which are the variables without a value there and those of secret names whatever stands
/// there. A secret one that is a comment may be provided.
/// </summary>
internal sealed class EnvironmentTemplateExtractor : IExtractor
{
    private const string File = ".env";

    private static readonly string[] Ends = [".example", ".template", ".sample", ".dist", ".tpl"];
    private static readonly Regex Line = new(@"^[ \t]*(?<comment>#[ \t]?)?(?:export[ \t]+)?(?<name>[A-Za-z_][\w.]*)[ \t]*=[ \t]*(?<value>[^\r\n]*)", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    /// <inheritdoc/>
    public string Name => "env-template";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => FileOf(source.FileName) is not null && source.Text.Contains('=', StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        string path = source.SyntaxPath[..^source.FileName.Length] + FileOf(source.FileName);
        foreach (Match match in Line.Matches(source.Text))
        {
            Group name = match.Groups["name"];
            bool isSecret = ReferenceOf.KeySaysSecret(name.Value), isComment = match.Groups["comment"].Success;
            if (isComment ? isSecret && !name.Value.Any(char.IsAsciiLetterLower) : isSecret || Unfilled.Is(Value(match.Groups["value"].Value)))
            {
                found.Add(
                    new SecretReference(StoreTypes.DotEnv, ReferenceKinds.Variable, name.Value) { Address = path, IsSecret = isSecret, IsOptional = isComment ? true : null, Via = Name },
                    source.At(name.Index, name.Length),
                    "",
                    ReferenceOf.Variable(name.Value, Name) with { IsSecret = isSecret });
            }
        }
    }

    /// <summary>Whether a name is that of a template: it lists all that is to be set.</summary>
    public static bool IsTemplate(string name) => FileOf(name) is not null;

    /// <summary>The file that is made after a template of this name: <c>.env.local</c> of <c>.env.local.example</c>. Null where it is no template.</summary>
    private static string? FileOf(string name)
    {
        if (name.Equals("example.env", StringComparison.OrdinalIgnoreCase) || name.Equals("sample.env", StringComparison.OrdinalIgnoreCase) || name.Equals("template.env", StringComparison.OrdinalIgnoreCase))
        {
            return File;
        }

        bool isOne = name.StartsWith(File, StringComparison.OrdinalIgnoreCase) || name.StartsWith("env.", StringComparison.OrdinalIgnoreCase);
        string? end = isOne ? Array.Find(Ends, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) : null;
        return end is null ? null : name[..^end.Length] is var rest && rest.StartsWith('.') ? rest : $".{rest}";
    }

    private static string Value(string text) => text.Length > 1 && text[0] is '"' or '\'' ? text[1..].Split(text[0])[0] : text.StartsWith('#') ? "" : text.Split(" #")[0].Trim();
}
