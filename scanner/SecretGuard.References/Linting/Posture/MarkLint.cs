using System.Text.RegularExpressions;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Literals;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Marks by which Terraform keeps secrets out of plans and logs: taken off, or missing at outputs and variables.</summary>
internal sealed class MarkLint : IRepositoryLint
{
    private const string Taken = "nonsensitive(";

    /// <summary>What hands on the values that it is given; <c>keys</c> hands on names only.</summary>
    private static readonly Regex Argument = new("""^(?:(?:toset|tomap|tolist|values|flatten|jsondecode|jsonencode|base64decode)\s*\(\s*)*(?<reference>[A-Za-z][^()]*)""", RegexOptions.NonBacktracking);

    private static readonly Regex Each = new("""^[\[{]\s*for\s+(?:\w+\s*,\s*)?(?<item>\w+)\s+in\s+(?<all>[\w.-]+)\s*:\s*(?:[^=:]+=>\s*)?(?<taken>\w+)\.(?<attribute>\w+)\s*[\]}]$""", RegexOptions.NonBacktracking);

    /// <summary>What is taken out of it, behind the brackets of the calls.</summary>
    private static readonly Regex Member = new("""^[\s)]*(?:\[\s*"(?<name>[^"]*)"\s*\]|\.(?<name>[A-Za-z]\w*))""", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.Nonsensitive, PostureRules.OutputUnmarked, PostureRules.VariableUnmarked];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (TerraformConfiguration configuration in repository.Configurations)
        {
            foreach (TerraformBlock block in configuration.Blocks)
            {
                if (block.Source.Text.Contains(Taken, StringComparison.Ordinal))
                {
                    TellTaken(configuration, block, found);
                }

                if (!configuration.IsDocumentation && block.Block is { Labels: [var name] } && block.Block["sensitive"] is null or { Expression: "false" or "null" } && block.Block["ephemeral"]?.Expression != "true")
                {
                    TellUnmarked(configuration, block, name, found);
                }
            }
        }
    }

    private static void TellUnmarked(TerraformConfiguration configuration, TerraformBlock block, string name, LintFindings found)
    {
        if (block.Block.Type == "output" && block.Block["value"] is { } value && !value.Expression.Contains(Taken, StringComparison.Ordinal)
            && Leaves(LiteralReader.Read(block.Source, value.Start)).Concat(OfEach(value.Expression)).Select(leaf => KnownSecret.Whole(leaf, configuration, byName: false)).FirstOrDefault(secret => secret is not null) is { } shown)
        {
            found.Add(PostureRules.OutputUnmarked, block.Block.Location, $"output.{name}", $"it puts out {shown}; Terraform refuses that in a configuration of its own, and prints what it does not know to be a secret", besides: Marked(block));
        }
        else if (block.Block.Type == "variable" && ReferenceOf.SaysSecret(name) && IsText(block.Block))
        {
            found.Add(PostureRules.VariableUnmarked, block.Block.Location, $"var.{name}", "its name says that it holds a secret, and plans and logs show what is made of it", besides: IsTakenAnywhere(configuration, $"var.{name}") ? null : Marked(block));
        }
    }

    /// <summary>Texts, and objects and lists that may hold some.</summary>
    private static bool IsText(HclBlock variable) => variable["type"] is not { } type || type.Expression.Contains("string", StringComparison.Ordinal) || type.Expression == "any";

    private static TextEdit? Marked(TerraformBlock block) => BlockEdit.Set(block.Source, block.Block, "sensitive", "true");

    /// <summary>Whether Terraform would refuse a place where a variable is used, once it is marked: how often something is made, and what an output makes of it.</summary>
    private static bool IsTakenAnywhere(TerraformConfiguration configuration, string address) => configuration.Blocks.Any(block => block.Block.Type switch
    {
        "output" => block.Block["value"] is { } value && value.Expression != address && block.Block["sensitive"]?.Expression != "true" && BlockValues.Mentions(value, address),
        "locals" => block.Block.Attributes.Values.Any(value => BlockValues.Mentions(value, address)),
        _ => IsCounted(block.Block, address),
    });

    private static bool IsCounted(HclBlock block, string address) =>
        new[] { block["count"], block["for_each"] }.OfType<HclValue>().Any(value => BlockValues.Mentions(value, address)) || block.Blocks.Exists(inner => IsCounted(inner, address));

    private static void TellTaken(TerraformConfiguration configuration, TerraformBlock block, LintFindings found)
    {
        foreach (HclValue value in BlockValues.Of(block.Block))
        {
            for (int at = value.Expression.IndexOf(Taken, StringComparison.Ordinal); at >= 0; at = value.Expression.IndexOf(Taken, at + Taken.Length, StringComparison.Ordinal))
            {
                int start = at + Taken.Length, end = EndOf(value.Expression, start);
                string argument = value.Expression[start..end].Trim(), after = value.Expression[Math.Min(end, value.Expression.Length)..];
                if (Shown(argument, after, configuration) is { } secret)
                {
                    found.Add(PostureRules.Nonsensitive, block.Source.At(value.Start + at, Math.Min(end + 1, value.Expression.Length) - at), secret, "what is made of it is printed by every plan and kept in the logs of pipelines");
                }
            }
        }
    }

    /// <summary>The secret of which a value is shown; null where only names, sums or a part that is none are.</summary>
    private static string? Shown(string argument, string after, TerraformConfiguration configuration)
    {
        Match match = Argument.Match(argument);
        if (!match.Success)
        {
            return null;
        }

        Group reference = match.Groups["reference"];
        Match member = Member.Match(argument[(reference.Index + reference.Length)..] + after);
        return member.Success && !ReferenceOf.SaysSecret(member.Groups["name"].Value) ? null : KnownSecret.Whole(reference.Value.TrimEnd(), configuration, byName: true);
    }

    /// <summary>The index of the bracket that closes a call.</summary>
    private static int EndOf(string expression, int start)
    {
        int at = start;
        for (int open = 1; at < expression.Length; at++)
        {
            open += expression[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (open == 0)
            {
                break;
            }
        }

        return at;
    }

    /// <summary>What an expression takes of each: <c>{ for k, v in random_password.all : k => v.result }</c>.</summary>
    private static IEnumerable<string> OfEach(string expression) =>
        Each.Match(expression) is { Success: true } match && match.Groups["item"].Value == match.Groups["taken"].Value ? [$"{match.Groups["all"].Value}.{match.Groups["attribute"].Value}"] : [];

    /// <summary>The expressions of which a value is made.</summary>
    private static IEnumerable<string> Leaves(YamlValue value) =>
        value.Text is { } text ? HclString.Read(text).Computed : value.Members.Select(member => member.Value).Concat(value.Items).SelectMany(Leaves);
}
