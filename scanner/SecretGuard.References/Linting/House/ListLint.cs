using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.References.Linting.House;

/// <summary>Lists that must agree by <c>assertions</c>, and do not. What differs is told at its place in its file; a list that is not there, in the declaration.</summary>
internal sealed class ListLint : IRepositoryLint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [HouseRules.ListsDiffer, HouseRules.ListMissing];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (DeclaredAssertion assertion in repository.Declaration.Assertions)
        {
            ValueList? first = Read(assertion.First, assertion, repository, found), second = Read(assertion.Second, assertion, repository, found);
            if (first is null || second is null)
            {
                continue;
            }

            Compare(assertion, first, second, assertion.Second, found);
            if (assertion.IsEqual)
            {
                Compare(assertion, second, first, assertion.First, found);
            }
        }
    }

    /// <summary>Tells what one list has and the other lacks. A value of which a part is filled in later may be any.</summary>
    private static void Compare(DeclaredAssertion assertion, ValueList one, ValueList other, DeclaredList lacking, LintFindings found)
    {
        HashSet<string> known = [.. other.Values.Select(value => value.Text)];
        if (known.Any(OpenName.IsOpen))
        {
            return;
        }

        foreach (ListValue value in one.Values.Where(value => !OpenName.IsOpen(value.Text) && !known.Contains(value.Text)).DistinctBy(value => value.Text, StringComparer.Ordinal))
        {
            bool isShown = PlainName.Is(value.Text);
            found.Add(HouseRules.ListsDiffer, value.Location, isShown ? $"{lacking} {value.Text}" : $"{lacking}",
                $"{(isShown ? $"'{value.Text}'" : "what stands here")} is not in {lacking} ({assertion.Reason}){(isShown ? NearestName.Hint(value.Text, known.Where(PlainName.Is)) : "")}");
        }
    }

    private static ValueList? Read(DeclaredList list, DeclaredAssertion assertion, LintRepository repository, LintFindings found)
    {
        ValueList? read = null;
        string? problem;
        if (repository.TextOf(list.File) is { } text)
        {
            problem = ValueList.Read(new SourceText(list.File, text), list.Values, assertion.Separator, out read);
        }
        else
        {
            problem = $"'{list.File}' is no text of this repository";
        }

        if (problem is not null)
        {
            found.Add(HouseRules.ListMissing, list.Location, list.ToString(), $"{problem}: nothing is compared");
        }

        return read;
    }
}
