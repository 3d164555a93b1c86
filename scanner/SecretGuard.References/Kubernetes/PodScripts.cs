using System.Text.RegularExpressions;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>What the containers of a pod run: <c>command</c> with <c>args</c>, probes and hooks.</summary>
internal static class PodScripts
{
    /// <summary>How scripts are marked that it runs.</summary>
    public const string Holder = "kubernetes";

    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] Hooks = ["postStart", "preStop"];

    /// <summary>What the cluster fills in before anything runs; with one more sign it stays.</summary>
    private static readonly Regex Filled = new(@"\$?\$\((?<name>[A-Za-z_][\w.-]*)\)", RegexOptions.NonBacktracking);

    /// <summary>Reads the scripts of a pod.</summary>
    public static void Read(Manifest manifest, PodTemplate pod)
    {
        var seen = new HashSet<YamlValue>(ReferenceEqualityComparer.Instance);
        foreach (YamlValue container in pod.Containers.Where(seen.Add))
        {
            HashSet<string> variables = [.. container["env"].Items.Select(variable => variable.TextOf("name")).OfType<string>()];
            bool mayHaveMore = container["envFrom"].Items.Count > 0;
            string[] secrets = [.. PodTemplate.OfContainer(container).Where(secret => secret.Variable is not null).Select(secret => secret.Variable == "*" ? secret.Name : secret.Variable!)];
            string InScript(string text) => Fill(text, name => variables.Contains(name) || (mayHaveMore && !name.Any(char.IsLower)));
            foreach (IReadOnlyList<YamlValue> words in Commands(container))
            {
                if (CommandList.Script(words, InScript, InWord) is { } script)
                {
                    ShellExtractor.ReadCommands(script.As("bash", Holder, secrets), manifest.Found);
                }
            }
        }
    }

    private static IEnumerable<IReadOnlyList<YamlValue>> Commands(YamlValue container) =>
    [
        [.. container["command"].Items, .. container["args"].Items],
        .. Probes.Select(probe => container[probe, "exec", "command"].Items),
        .. Hooks.Select(hook => container["lifecycle", hook, "exec", "command"].Items),
    ];

    private static string Fill(string text, Func<string, bool> isFilled) => !text.Contains("$(", StringComparison.Ordinal) ? text
        : Filled.Replace(text, match => match.Value[1] == '$' ? $" {match.Value.AsSpan(1)}" : isFilled(match.Groups["name"].Value) ? $"${{{match.Groups["name"].Value}}}" : match.Value);

    /// <summary>No shell reads a word: only what the cluster fills in is a variable of it.</summary>
    private static string InWord(string text)
    {
        string unescaped = text.Replace("$$", "__", StringComparison.Ordinal);
        return Fill(new string([.. unescaped.Select((c, i) => c == '$' && !(i + 1 < unescaped.Length && unescaped[i + 1] == '(') ? '_' : c)]), _ => true);
    }
}
