using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Markdown;

/// <summary>
/// The secrets that a table of a document lists by their store: names in code below a head that names the store, <c>| Secret | Azure Key Vault |</c>. Whoever
/// follows the document relies on them.
/// </summary>
internal static class TableNames
{
    /// <summary>How such a reference is marked.</summary>
    private const string Via = "table";

    private static readonly Regex Word = new("[A-Za-z0-9]+", RegexOptions.NonBacktracking);

    /// <summary>What says that a row is about a secret, and not about a vault.</summary>
    private static readonly string[] Subjects = ["secret", "secrets", "credential", "credentials", "variable", "variables", "env", "setting", "settings", "token", "password"];

    private static readonly Regex VaultPath = new(@"^[A-Za-z0-9][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.-]+)+$", RegexOptions.NonBacktracking);
    private static readonly Regex KeyVaultName = new("^[A-Za-z][A-Za-z0-9_-]{1,126}$", RegexOptions.NonBacktracking);
    private static readonly Regex ClusterName = new("^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$", RegexOptions.NonBacktracking);
    private static readonly Regex AwsName = new(@"^(?:arn:aws[a-z-]*:secretsmanager:[A-Za-z0-9:/_+=.@-]+|[A-Za-z0-9/_+=.@-]{2,512})$", RegexOptions.NonBacktracking);
    private static readonly Regex ParameterName = new("^/[A-Za-z0-9_./-]+$", RegexOptions.NonBacktracking);

    /// <summary>The references, each at its cell.</summary>
    public static IEnumerable<(SecretReference Reference, Location At)> In(SourceText source, IEnumerable<TableRow> rows)
    {
        (IReadOnlyList<string>? heads, (string Store, Regex Name)?[] stores) = (null, []);
        foreach (TableRow row in rows)
        {
            if (!ReferenceEquals(heads, row.Heads))
            {
                heads = row.Heads;
                stores = [.. heads.Select(head => StoreOf(head, heads[0]))];
            }

            IReadOnlyList<(int Start, int End)> cells = stores.Any(store => store is not null) ? row.Cells() : [];
            for (int i = 0; i < Math.Min(cells.Count, stores.Length); i++)
            {
                if (stores[i] is not { } column)
                {
                    continue;
                }

                foreach ((int start, int end) in Names(row, cells[i]).Where(code => column.Name.IsMatch(row.Text.AsSpan(code.Start, code.End - code.Start))))
                {
                    yield return (ReferenceOf.Secret(column.Store, row.Text[start..end], Via), source.At(row.Line + 1, start + 1, row.Line + 1, end + 1));
                }
            }
        }
    }

    /// <summary>The store whose names stand below a head, and what these look like; null where it says neither.</summary>
    private static (string Store, Regex Name)? StoreOf(string head, string first)
    {
        string[] words = Words(head);
        string all = $" {string.Join(' ', words)} ";
        bool Has(string phrase) => all.Contains($" {phrase} ", StringComparison.Ordinal);
        return Has("key vault") || Has("keyvault") || Has("akv") ? Words(first).Concat(words).Intersect(Subjects, StringComparer.Ordinal).Any() ? (StoreTypes.AzureKeyVault, KeyVaultName) : null
            : Has("google") || Has("gcp") ? null
            : Has("secrets manager") ? (StoreTypes.AwsSecretsManager, AwsName)
            : Has("parameter store") || Has("ssm") ? (StoreTypes.AwsSsm, ParameterName)
            : Has("vault") || Has("openbao") ? (StoreTypes.Vault, VaultPath)
            : (Has("k8s") || Has("kubernetes")) && (Has("secret") || Has("secrets")) ? (StoreTypes.Kubernetes, ClusterName)
            : null;
    }

    private static string[] Words(string head) => [.. Word.Matches(head).Select(word => word.Value.ToLowerInvariant())];

    /// <summary>The names in a cell that holds nothing else; where it says more, the one that it begins with.</summary>
    private static (int Start, int End)[] Names(TableRow row, (int Start, int End) cell)
    {
        (int Start, int End)[] names = [.. row.Code(cell.Start, cell.End)];
        string around = string.Concat(names.Append((Start: cell.End, End: cell.End)).Select((name, i) => row.Text[(i == 0 ? cell.Start : names[i - 1].End)..name.Start]));
        return around.AsSpan().Trim(" `*,;\t\r").IsEmpty || Words(around).All(word => word is "and" or "or" or "br") ? names
            : names.Length > 0 && row.Text.AsSpan(cell.Start, names[0].Start - cell.Start).Trim(" `*").IsEmpty ? [names[0]]
            : [];
    }
}
