using System.Text.RegularExpressions;
using SecretGuard.References.Docker;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Files of secrets that an image gets, and images that get whatever lies in the folder.</summary>
internal sealed class ImageCopyLint : ILint
{
    private static readonly Regex Word = new("""[^\s\[\],"']+""", RegexOptions.NonBacktracking);

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
}
