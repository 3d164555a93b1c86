using System.Text.RegularExpressions;
using SecretGuard.References.Docker;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary><c>ARG</c> and <c>ENV</c> of secret names: what they hold stays in the image.</summary>
internal sealed class ImageVariableLint : ILint
{
    /// <summary><c>NAME</c>, <c>NAME=value</c>, a value in quotes with blanks in it.</summary>
    private static readonly Regex Argument = new("""(?:^|\s)(?<name>[A-Za-z_]\w*)(?:=(?<value>"[^"]*"|'[^']*'|\S*))?""", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.ImageVariable];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!DockerfileExtractor.IsDockerfile(text.Source))
        {
            return;
        }

        foreach (DockerInstruction instruction in DockerInstruction.In(text.Source).Where(instruction => instruction.Name is "ARG" or "ENV"))
        {
            string rest = instruction.Text[instruction.Word..];
            MatchCollection matches = Argument.Matches(rest);
            bool isOld = instruction.Name == "ENV" && matches.Count > 0 && !matches[0].Groups["value"].Success; // ENV NAME the value
            foreach (Match match in matches.Take(isOld ? 1 : int.MaxValue))
            {
                Group name = match.Groups["name"];
                string value = isOld ? rest[(match.Index + match.Length)..].Trim() : match.Groups["value"].Value;
                if (ReferenceOf.SaysSecret(name.Value) && (instruction.Name == "ARG" || IsKept(value)))
                {
                    found.Add(PipelineRules.ImageVariable, text.Source.At(instruction.At + instruction.Word + name.Index, name.Length), $"{instruction.Name} {name.Value}", instruction.Name == "ARG"
                        ? "what the build is given for it is in the history of the image, and in what the build attests of itself"
                        : "what it is set to is in the configuration of the image, for everybody who may pull it");
                }
            }
        }
    }

    /// <summary>Whether a variable is set to something, and not to where something is.</summary>
    private static bool IsKept(string value) => LiteralValue.Is(value) || value.Contains('$', StringComparison.Ordinal);
}
