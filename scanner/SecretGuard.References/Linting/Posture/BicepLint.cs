using System.Text.RegularExpressions;
using SecretGuard.References.AzureSettings;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Posture;

/// <summary>Parameters and outputs of Bicep that hold a secret and do not say so: the history of deployments shows them.</summary>
internal sealed class BicepLint : ILint
{
    private static readonly Regex Statement = new("""^(?<word>param|output|var|resource|module|type|func|targetScope|metadata|import|using)\b""", RegexOptions.NonBacktracking | RegexOptions.Multiline);
    private static readonly Regex Parameter = new("""^param[ \t]+(?<name>\w+)[ \t]+string\b""", RegexOptions.NonBacktracking);
    private static readonly Regex Output = new("""^output[ \t]+(?<name>\w+)[ \t]+\w+[ \t]*=[ \t]*(?<value>[^\r\n]+)""", RegexOptions.NonBacktracking);
    private static readonly Regex Listed = new("""\blist(?:Keys|AccountSas|ServiceSas|Secrets?|ConnectionStrings|Credentials|AdminKeys)\s*\(""", RegexOptions.NonBacktracking);
    private static readonly Regex Reference = new("""^(?:(?<name>\w+)|'[^'\r\n]*\$\{\s*(?<name>\w+)\s*\}[^'\r\n]*')\s*(?://.*)?$""", RegexOptions.NonBacktracking);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PostureRules.ParameterUnsecured, PostureRules.DeploymentOutput];

    /// <summary>Whether what an expression asks a resource for is its keys, and not what these are called.</summary>
    public static bool IsListed(string expression) => Listed.IsMatch(expression) && !expression.TrimEnd(']', ' ').EndsWith(".keyName", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!BicepResource.IsBicep(text.Source) || text.IsDocumentation)
        {
            return;
        }

        string source = text.Source.Text;
        var secured = new HashSet<string>(StringComparer.Ordinal);
        int before = 0;
        foreach (Match statement in Statement.Matches(source))
        {
            bool isSecured = IsSecured(source[before..statement.Index]);
            string line = source[statement.Index..(source.IndexOf('\n', statement.Index) is var end and >= 0 ? end : source.Length)].TrimEnd();
            before = statement.Index + statement.Length;
            if (statement.Value == "param" && Parameter.Match(line) is { Success: true } parameter)
            {
                string name = parameter.Groups["name"].Value;
                if (isSecured)
                {
                    secured.Add(name);
                }
                else if (ReferenceOf.SaysSecret(name))
                {
                    found.Add(PostureRules.ParameterUnsecured, text.Source.At(statement.Index, parameter.Length), name, "who may read the deployments of the resource group reads what it was given", "@secure()\n" + parameter.Value);
                }
            }
            else if (statement.Value == "output" && !isSecured && Output.Match(line) is { Success: true } output && Shown(output.Groups["value"].Value, secured) is { } shown)
            {
                found.Add(PostureRules.DeploymentOutput, text.Source.At(statement.Index, output.Groups["name"].Index + output.Groups["name"].Length), output.Groups["name"].Value, $"it puts out {shown}, and who may read the deployments of the resource group reads it");
            }
        }
    }

    private static bool IsSecured(string decorators) =>
        decorators.Split('\n').Any(line => line.TrimStart() is var start && (start.StartsWith("@secure(", StringComparison.Ordinal) || start.StartsWith("@sys.secure(", StringComparison.Ordinal)));

    private static string? Shown(string value, HashSet<string> secured) => IsListed(value) ? "keys of a resource"
        : Reference.Match(value) is { Success: true } match && secured.Contains(match.Groups["name"].Value) ? $"the parameter '{match.Groups["name"].Value}', which is marked as a secret" : null;
}
