using System.Globalization;
using System.Text.Json.Nodes;
using SecretGuard.DetectSecrets.Arguments;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Scanning;

namespace SecretGuard.DetectSecrets.Audits;

/// <summary><c>audit --report</c>: the entries as JSON. Where the original prints the secret, this prints how long it is.</summary>
internal static class AuditReport
{
    private const int Indent = 4;

    public static int Write(SecretsBaseline baseline, ParsedArguments typed, string folder, IWorkspace workspace, Surroundings surroundings)
    {
        bool Wanted(SecretEntry entry) => typed.Has(Grammar.OnlyReal) ? entry.IsSecret != false : !typed.Has(Grammar.OnlyFalse) || entry.IsSecret == false;
        var places = new SecretPlaces(baseline.Settings, surroundings.Rules(folder), workspace);
        var results = new JsonArray();
        IEnumerable<IGrouping<(string File, string Hash), SecretEntry>> secrets = baseline.Entries.Where(Wanted)
            .OrderBy(entry => entry.Identity.File, CodePointOrder.Instance).ThenBy(entry => entry.Line)
            .GroupBy(entry => (entry.Identity.File, entry.Identity.Hash));
        foreach (IGrouping<(string File, string Hash), SecretEntry> same in secrets)
        {
            results.Add((JsonNode)ToJson(same.Key.File, [.. same], places));
        }

        surroundings.Console.Output.WriteLine(PythonJson.Write(new JsonObject { ["results"] = results }, Indent));
        surroundings.Warn("the secrets and the lines that hold them are masked; 'detect-secrets audit FILE' shows them on a terminal");
        return 0;
    }

    private static JsonObject ToJson(string file, IReadOnlyList<SecretEntry> entries, SecretPlaces places)
    {
        string category = entries[0].IsSecret switch { null => "UNVERIFIED", true => "VERIFIED_TRUE", false => "VERIFIED_FALSE" };
        var lines = new JsonObject();
        string preview = "";
        foreach (FoundSecret secret in places.Of(entries).DistinctBy(secret => secret.Line).OrderBy(secret => secret.Line))
        {
            lines[secret.Line.ToString(CultureInfo.InvariantCulture)] = places.MaskedLine(file, secret.Line, secret);
            preview = $"… ({secret.Value.Length} characters)";
        }

        // Sorted by their names, as the original writes them.
        return new JsonObject
        {
            ["category"] = category,
            ["filename"] = file,
            ["lines"] = lines,
            ["secrets"] = preview,
            ["types"] = new JsonArray([.. entries.Select(entry => entry.Identity.Type).Distinct(StringComparer.Ordinal).Order(CodePointOrder.Instance).Select(type => (JsonNode)type)]),
        };
    }
}
