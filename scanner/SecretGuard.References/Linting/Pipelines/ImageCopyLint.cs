using System.Text.RegularExpressions;
using SecretGuard.References.Docker;
using SecretGuard.References.Linting.Templates;
using SecretGuard.References.Sources;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Files of secrets that an image gets, and images that get whatever lies in the folder.</summary>
internal sealed class ImageCopyLint : ILint
{
    private static readonly Regex Word = new("""[^\s\[\],"']+""", RegexOptions.NonBacktracking);

    /// <summary>A line of settings, of YAML or of JSON.</summary>
    private static readonly Regex Setting = new("""^[{ \t]*(?:export[ \t]+)?["']?(?<name>[A-Za-z_/][\w.:/-]*)["']?[ \t]*[=:][ \t]*["']?(?<value>[^"'\r\n]+?)["']?(?:,|[ \t]+\})?[ \t]*\r?$""", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.ImageCopy];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.Source is { IsPart: false, FileName: var name } && name.EndsWith(ImageContextLint.IgnoreFile, StringComparison.Ordinal))
        {
            found.Keep(text.Source, new IgnoredContext(text.Source.Path, text.Source.Text));
            return;
        }

        if (!DockerfileExtractor.IsDockerfile(text.Source))
        {
            return;
        }

        foreach (DockerInstruction instruction in DockerInstruction.In(text.Source).Where(instruction => instruction.Name is "COPY" or "ADD"))
        {
            LookAtTexts(text.Source, instruction, found);
            string rest = instruction.Text[instruction.Word..].Split("<<")[0];
            Match[] words = [.. Word.Matches(rest).Where(word => word.Value is not "\\" && !word.Value.StartsWith("--", StringComparison.Ordinal))];
            foreach (Match word in words.SkipLast(1))
            {
                int at = instruction.At + instruction.Word + word.Index;
                if ((SecretFiles.IsOne(word.Value) || SecretFiles.IsFolder(word.Value)) && !word.Value.Contains("://", StringComparison.Ordinal)) // what anybody may download is none
                {
                    found.Add(PipelineRules.ImageCopy, text.Source.At(at, word.Length), $"{instruction.Name} {word.Value}", "it stays in a layer of the image, also where a later step removes it");
                }
                else if (word.Value is "." or "./" && !text.Source.IsPart && !rest.Contains("--from=", StringComparison.Ordinal))
                {
                    found.Keep(text.Source, new CopiedContext(text.Source.Path, text.Source.At(at, word.Length)));
                }
            }
        }
    }

    /// <summary>What <c>COPY &lt;&lt;END .env</c> writes: a setting of a secret name with a value, or with what the build is given.</summary>
    private static void LookAtTexts(SourceText source, DockerInstruction instruction, LintFindings found)
    {
        foreach ((int start, int end, bool isFilled) in HereDocuments.In(instruction.Text))
        {
            string written = instruction.Text[start..end];
            foreach (Match setting in Setting.Matches(written).Where(setting => SecretSettings.IsOne(setting.Groups["name"].Value)))
            {
                Group name = setting.Groups["name"], value = setting.Groups["value"];
                bool isGiven = isFilled && Interpolation.In(value.Value).Any(variable => variable.Start < 2 || !value.Value[..variable.Start].Contains('\\', StringComparison.Ordinal));
                if (isGiven || SecretSettings.IsValue(value.Value))
                {
                    found.Add(PipelineRules.ImageCopy, source.At(instruction.At + start + name.Index, name.Length), $"{instruction.Name} << {name.Value}", "what is written there stays in a layer of the image, also where a later step removes it");
                    break;
                }
            }
        }
    }
}
