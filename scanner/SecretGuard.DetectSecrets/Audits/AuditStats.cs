using System.Text.Json.Nodes;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Plugins;

namespace SecretGuard.DetectSecrets.Audits;

/// <summary>How good each plugin is, by the labels of a baseline.</summary>
/// <param name="Real">Entries labelled as real.</param>
/// <param name="False">Entries labelled as false.</param>
/// <param name="Unknown">Entries without a label.</param>
internal sealed record AuditStats(int Real, int False, int Unknown)
{
    /// <summary>The real share of what is labelled; 0 unless there are both kinds, as the original counts.</summary>
    public double Precision => Real > 0 && False > 0 ? Math.Round((double)Real / (Real + False), 4) : 0;

    /// <summary>The real share of what is not labelled as false; 0 where that is nothing.</summary>
    public double Recall => Real + Unknown > 0 ? Math.Round((double)Real / (Real + Unknown), 4) : 0;

    /// <summary>Prints them for each plugin that has entries: as text, or as JSON.</summary>
    public static int Write(SecretsBaseline baseline, bool asJson, TextWriter output)
    {
        (string Plugin, AuditStats Stats)[] all =
        [
            .. baseline.Entries
                .GroupBy(entry => PluginCatalogue.NamesByType.GetValueOrDefault(entry.Identity.Type, entry.Identity.Type), StringComparer.Ordinal)
                .OrderBy(group => group.Key, CodePointOrder.Instance)
                .Select(group => (group.Key, new AuditStats(group.Count(entry => entry.IsSecret == true), group.Count(entry => entry.IsSecret == false), group.Count(entry => entry.IsSecret is null)))),
        ];
        if (asJson)
        {
            var document = new JsonObject();
            foreach ((string plugin, AuditStats stats) in all)
            {
                document[plugin] = stats.ToJson();
            }

            output.WriteLine(PythonJson.Write(document));
            return 0;
        }

        foreach ((string plugin, AuditStats stats) in all)
        {
            output.WriteLine($"Plugin: {plugin}");
            output.WriteLine($"Statistics: True Positives: {stats.Real}, False Positives: {stats.False}, Unknown: {stats.Unknown}, Precision: {PythonJson.Float(stats.Precision)}, Recall: {PythonJson.Float(stats.Recall)}");
            output.WriteLine();
        }

        return 0;
    }

    private JsonObject ToJson() => new()
    {
        ["stats"] = new JsonObject
        {
            ["raw"] = new JsonObject { ["true-positives"] = Real, ["false-positives"] = False, ["unknown"] = Unknown },
            ["score"] = new JsonObject { ["precision"] = Precision, ["recall"] = Recall },
        },
    };
}
