using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Access;

/// <summary>
/// The lists of principals that Terraform makes administrators of a Key Vault: by the default of a variable, in files of values, in calls of a module. A list that
/// nobody fills locks everybody out; a long one is a crowd of which each may read and delete all.
/// </summary>
internal sealed class AdministratorLint : ILint, IRepositoryLint
{
    /// <summary>Azure's own advice for administrators who stay such is five at most.</summary>
    private const int Most = 5;

    private const string Variable = "var.";

    /// <summary>The attributes that say who, or how many.</summary>
    private static readonly string[] Counting = ["for_each", "count", "principal_id"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [AccessRules.Administrators];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!text.Source.IsPart && text.Source.HasEnd(TerraformDraft.ValuesEnd) && text.Source.Text.Contains("admin", StringComparison.OrdinalIgnoreCase))
        {
            found.Keep(text.Source, new Values(text.Source.Path, HclReader.ReadFile(text.Source)));
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        TerraformConfiguration[] configurations = [.. repository.Configurations.Where(configuration => !configuration.IsDocumentation)];
        var inputs = new Lazy<ILookup<string, ModuleInput>>(() => ModuleInput.In(
            [.. configurations.SelectMany(configuration => configuration.Blocks.Select(block => (configuration.Folder, block.Block)))], repository.Kept<Values>().Select(values => (values.Path, values.File))).ToLookup(input => input.Folder, StringComparer.Ordinal));
        foreach (TerraformConfiguration configuration in configurations)
        {
            foreach (HclBlock assignment in configuration.Resources("azurerm_role_assignment").Select(block => block.Block).Where(IsOfAdministrator))
            {
                if (Counting.Select(name => VariableIn(assignment[name]?.Expression)).FirstOrDefault(name => name is not null) is { } variable)
                {
                    Judge(inputs.Value[configuration.Folder], configuration, HclScope.Address(assignment), variable, found);
                }
                else if (assignment["for_each"] is { } written)
                {
                    Judge(written, HclScope.Address(assignment), found);
                }
            }
        }
    }

    private static void Judge(IEnumerable<ModuleInput> inputs, TerraformConfiguration configuration, string address, string variable, LintFindings found)
    {
        HclBlock? declared = configuration.Blocks.Select(block => block.Block).FirstOrDefault(block => block is { Type: "variable", Labels: [var name] } && name == variable);
        HclValue[] given = [.. inputs.Select(input => input.Given[variable]).OfType<HclValue>()];
        foreach (HclValue value in given)
        {
            Judge(value, address, found);
        }

        // Of a module for others the default says nothing; what is applied here, and is given nothing here, is given it by hand or not at all.
        if (declared?["default"] is { } byDefault && (byDefault.Items.Count > 0 || (given.Length == 0 && configuration.Blocks.Any(block => block.Block.Type == "provider"))))
        {
            Judge(byDefault, address, found);
        }
    }

    private static void Judge(HclValue list, string address, LintFindings found)
    {
        int count = list.Items.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (count > Most)
        {
            found.Add(AccessRules.Administrators, list.Location, address, $"{count} principals administer the vault: each of them may read, change and delete all that is in it, and let others in");
        }
        else if (string.Concat(list.Expression.Where(character => !char.IsWhiteSpace(character))) is "[]" or "toset([])")
        {
            found.Add(AccessRules.Administrators, list.Location, address, "the list is empty, so nobody administers the vault: who must rotate or restore a secret has to be let in first");
        }
    }

    private static bool IsOfAdministrator(HclBlock assignment) =>
        (assignment["role_definition_name"] ?? assignment["role_definition_id"]) is { } role && AzureRole.Find(role.Text ?? role.Expression) is { IsAdmin: true, IsGeneral: false };

    /// <summary>The variable that an expression is of: <c>toset(var.admins)</c>, <c>length(var.admins)</c>.</summary>
    private static string? VariableIn(string? expression)
    {
        int at = expression?.IndexOf(Variable, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : new string([.. expression![(at + Variable.Length)..].TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-')]);
    }

    /// <summary>A file of values for variables.</summary>
    private sealed record Values(string Path, HclBlock File);
}
