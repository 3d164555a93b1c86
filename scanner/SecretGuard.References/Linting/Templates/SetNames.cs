using SecretGuard.References.Docker;
using SecretGuard.References.Markdown;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Templates;

/// <summary>
/// The variables that a text sets or speaks of, whatever its syntax: names in capitals before a colon or an equals sign, as values of other keys, in quotes, behind
/// <c>export</c> and its like. Rather too many than too few: only of a name that stands nowhere it is said that nothing sets it.
/// </summary>
internal static class SetNames
{
    private const int LongestText = 1 << 20;
    private const int ShortestName = 3;
    private const int NearBehind = 120; // characters in which the value stands that a name gets

    private static readonly string[] Ends = [".xml", ".csproj", ".props", ".targets", ".config", ".nix", ".service", ".groovy", ".cmd", ".bat", ".example", ".sample", ".dist", ".defaults", ".schema", ".plist", ".nomad", ".cue", ".dhall", ".kdl", ".txt", ".rst", ".adoc"];
    private static readonly string[] Before = ["export ", "ARG ", "ENV ", "read ", "env ", "-e ", "--env ", "secrets.", "vars.", "--from-literal=", "--build-arg ", "setx ", "set "];

    /// <summary>Those of a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="set">Names that get a value, or of which somebody is told.</param>
    /// <param name="handedOn">Names that get the value of the same variable: set for what is started, from what is set already.</param>
    public static void Add(SourceText source, HashSet<string> set, HashSet<string> handedOn)
    {
        string text = source.Text;
        if (text.Length > LongestText || !MayBeIn(source))
        {
            return;
        }

        bool isForPeople = MarkdownExtractor.IsDocument(source.Path); // whoever reads of it sets it
        for (int at = 0; at < text.Length;)
        {
            if (!char.IsAsciiLetterUpper(text[at]))
            {
                at++;
                continue;
            }

            int end = at + 1;
            while (end < text.Length && IsOfName(text[end]))
            {
                end++;
            }

            if (end - at >= ShortestName && IsCapitals(text.AsSpan(at, end - at)) && (at == 0 || (!IsOfName(text[at - 1]) && text[at - 1] is not ('{' or '$' or '('))) && (isForPeople || IsSet(text, at, end)))
            {
                string name = text[at..end];
                (IsHandedOn(text, end, name) ? handedOn : set).Add(name);
            }

            at = end;
        }
    }

    private static bool MayBeIn(SourceText source) =>
        !OwnFiles.IsOne(source) && (source.IsYaml || source.HasEnd(".json", ".jsonc") || source.HasEnd(Ends) || !source.FileName.Contains('.', StringComparison.Ordinal) || source.FileName.StartsWith('.')
        || SettingLines.MayBe(source) || ShellExtractor.IsScript(source) || DockerfileExtractor.IsDockerfile(source) || TerraformExtractor.IsTerraform(source) || source.HasEnd(".tfvars", ".bicep", ".bicepparam", ".hcl") || MarkdownExtractor.IsDocument(source.Path));

    private static bool IsSet(string text, int at, int end)
    {
        char before = at > 0 ? text[at - 1] : '\n';
        bool isQuoted = before is '"' or '\'' or '`' && end < text.Length && text[end] == before;
        int behind = end < text.Length && text[end] is '"' or '\'' or ']' ? end + 1 : end;
        while (behind < text.Length && text[behind] is ' ' or '\t')
        {
            behind++;
        }

        if (isQuoted || (behind < text.Length && text[behind] is '=' or ':'))
        {
            return true;
        }

        ReadOnlySpan<char> line = text.AsSpan(Math.Max(0, at - 24), Math.Min(at, 24));
        foreach (string word in Before)
        {
            if (line.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        ReadOnlySpan<char> trimmed = line.TrimEnd(" \t\"'");
        return trimmed.Length > 0 && trimmed[^1] is ':' or '=' or '|';
    }

    /// <summary>Whether what follows has the variable of the same name in it.</summary>
    private static bool IsHandedOn(string text, int end, string name)
    {
        ReadOnlySpan<char> near = text.AsSpan(end, Math.Min(NearBehind, text.Length - end));
        for (int at = near.IndexOf(name); at >= 0; at = near.IndexOf(name))
        {
            if (at > 0 && (near[at - 1] == '$' || (at > 1 && near[at - 1] == '{' && near[at - 2] == '$')) && (at + name.Length == near.Length || !IsOfName(near[at + name.Length])))
            {
                return true;
            }

            near = near[(at + name.Length)..];
        }

        return false;
    }

    private static bool IsCapitals(ReadOnlySpan<char> name)
    {
        foreach (char letter in name)
        {
            if (char.IsAsciiLetterLower(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
