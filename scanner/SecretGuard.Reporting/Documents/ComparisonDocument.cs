using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>What two stores hold, name by name. It knows no values and no digests. The schema is Schemas/compare.schema.json.</summary>
/// <param name="stores">The stores.</param>
/// <param name="secrets">What was compared, in the order in which it is told.</param>
public sealed class ComparisonDocument(ComparedStores stores, IReadOnlyList<ComparedSecret> secrets) : Document
{
    private protected override string Command => "compare";

    private protected override string Schema => "secretguard-compare-1";

    private protected override void WriteText(TextWriter output)
    {
        stores.WriteText(output);
        int width = secrets.Count == 0 ? 0 : Math.Min(40, secrets.Max(secret => NamesOf(secret).Length));
        foreach (ComparedSecret secret in secrets)
        {
            output.WriteLine($"  {Words(secret.State),-13} {NamesOf(secret).PadRight(width)}{(secret.Newer is null ? "" : $"  newer in {VisibleText.Of(secret.Newer == "from" ? stores.From : stores.To)}")}{(secret.Reason.Length == 0 ? "" : "  " + VisibleText.Of(secret.Reason))}".TrimEnd());
        }

        output.WriteLine(string.Join(", ", Enum.GetValues<ComparedState>().Select(state => (state, count: Count(state))).Where(one => one.count > 0 || one.state == ComparedState.Same).Select(one => $"{one.count} {Words(one.state)}")));
    }

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        stores.WriteProperties(json);
        json.WriteStartObject("summary");
        foreach (ComparedState state in Enum.GetValues<ComparedState>())
        {
            json.WriteNumber(Name(state), Count(state));
        }

        json.WriteEndObject();
        json.WriteObjects("secrets", secrets, (writer, secret) =>
        {
            writer.WriteString("name", secret.Name);
            writer.WriteString("from", secret.From);
            writer.WriteString("to", secret.To);
            writer.WriteString("state", Name(secret.State));
            ComparedStores.WriteText(writer, "reason", secret.Reason);
            ComparedStores.WriteText(writer, "newer", secret.Newer);
            ComparedStores.WriteTime(writer, "fromChanged", secret.FromChanged);
            ComparedStores.WriteTime(writer, "toChanged", secret.ToChanged);
        });
    }

    private int Count(ComparedState state) => secrets.Count(secret => secret.State == state);

    private static string NamesOf(ComparedSecret secret) => ComparedStores.Names(secret.From, secret.To);

    private static string Words(ComparedState state) => Name(state).Replace('-', ' ');

    private static string Name(ComparedState state) => state switch
    {
        ComparedState.OnlyInFrom => "only-in-from",
        ComparedState.OnlyInTo => "only-in-to",
        ComparedState.InNeither => "in-neither",
        ComparedState.CannotTell => "cannot-tell",
        _ => state.ToString().ToLowerInvariant(),
    };
}
