namespace SecretGuard.Reporting;

/// <summary>Secrets by environment: a row for each secret, a column for each environment, and the worst state in each cell.</summary>
internal sealed class VerifiedMatrix
{
    /// <summary>A cell of an environment that does not refer to a secret.</summary>
    public const string Nothing = "–";

    /// <summary>The matrix of a report.</summary>
    public VerifiedMatrix(Report report)
    {
        Environments = [.. report.Verified.Select(reference => reference.Environment).Where(environment => environment.Length > 0).Distinct(StringComparer.Ordinal)];
        Rows = [.. report.Verified.GroupBy(reference => reference.Name, StringComparer.Ordinal).OrderBy(secret => secret.Key, StringComparer.Ordinal)
            .Select(secret => (secret.Key, (IReadOnlyList<string>)[.. Environments.Select(environment => StateOf(secret.Where(reference => reference.Environment == environment)))]))];
    }

    /// <summary>The columns, in the order in which they are declared. Without any there is nothing to show: the findings say it all.</summary>
    public IReadOnlyList<string> Environments { get; }

    /// <summary>The rows, by name.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> States)> Rows { get; }

    private static string StateOf(IEnumerable<VerifiedReference> references) =>
        references.Select(reference => reference.State).OrderBy(state => state == VerifiedReference.Present).ThenBy(state => state, StringComparer.Ordinal).FirstOrDefault() ?? Nothing;
}
