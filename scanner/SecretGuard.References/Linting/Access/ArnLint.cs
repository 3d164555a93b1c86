using SecretGuard.Inventories;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Access;

/// <summary>ARNs of secrets that match none, for Secrets Manager puts a hyphen and six characters behind the name; and ARNs that leave open where.</summary>
internal sealed class ArnLint : IRepositoryLint
{
    private const string Suffix = "-??????";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.ArnSuffix, AccessRules.ArnAnywhere];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        HashSet<string> names = [.. repository.Records.Where(record => record.Reference.Store == StoreTypes.AwsSecretsManager).Select(record => record.Reference.Name)];
        foreach (IamStatement statement in repository.Access.Statements.Where(statement => !statement.IsOfResource))
        {
            bool isOpen = false;
            foreach (YamlValue resource in statement.Resources)
            {
                if (IamResource.Read(resource.Text!) is not { Store: StoreTypes.AwsSecretsManager } read)
                {
                    continue;
                }

                string subject = $"{statement.Policy} {read.Name.Raw}";
                if (LacksSuffix(read.Name.Text, names))
                {
                    found.Add(AccessRules.ArnSuffix, resource.Place(0, resource.Text!.Length), subject,
                        $"the ARN of '{read.Name.Raw}' ends in a hyphen and six characters that this one has not: {(statement.IsAllow ? "nothing is granted" : "nothing is denied")}", resource.Text + Suffix);
                }
                else if (read.IsAnywhere && statement.IsAllow && !isOpen)
                {
                    isOpen = true; // one of a statement says it
                    found.Add(AccessRules.ArnAnywhere, resource.Place(0, resource.Text!.Length), subject, "region and account are '*': it holds for secrets of this name wherever they are");
                }
            }
        }
    }

    /// <summary>Whether a name ends as no ARN does. Six characters behind a hyphen may be those of AWS, unless a secret is known by that name.</summary>
    private static bool LacksSuffix(string name, HashSet<string> names) =>
        names.Contains(name) || (name.Length > 0 && char.IsAsciiLetterOrDigit(name[^1]) && !(name.Length > Suffix.Length && name[^Suffix.Length] == '-' && name[^(Suffix.Length - 1)..].All(c => char.IsAsciiLetterOrDigit(c) || c == '?')));
}
