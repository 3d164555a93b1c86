using System.Globalization;
using SecretGuard.Inventories;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.House;

/// <summary>Declared secrets at which nobody has looked for longer than is declared.</summary>
internal sealed class ReviewLint : IRepositoryLint
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(365);

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [HouseRules.ReviewDue];

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        foreach (DeclaredSecret secret in repository.Today is null ? [] : repository.Declaration.Secrets.Where(secret => secret.LastReviewed is not null || secret.ReviewEvery is not null))
        {
            TimeSpan every = secret.ReviewEvery ?? Usual;
            if (secret.LastReviewed is not { } last)
            {
                found.Add(HouseRules.ReviewDue, secret.Location, secret.Id, $"it is to be reviewed every {DeclaredTime.Write(every)}, and no 'lastReviewed' says when somebody did");
            }
            else if (repository.Today - last > every)
            {
                found.Add(HouseRules.ReviewDue, secret.Location, secret.Id, $"it was last reviewed on {last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, and is to be every {DeclaredTime.Write(every)}");
            }
        }
    }
}
