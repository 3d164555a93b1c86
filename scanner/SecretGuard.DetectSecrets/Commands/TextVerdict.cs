using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Filters;
using SecretGuard.DetectSecrets.Plugins;
using SecretGuard.DetectSecrets.Scanning;

namespace SecretGuard.DetectSecrets.Commands;

/// <summary><c>scan --string</c>: what each plugin thinks of a text.</summary>
internal static class TextVerdict
{
    /// <summary>Prints one line a plugin, sorted by class name. Nothing is tried out, so what is on is always unverified.</summary>
    public static int Write(string text, Scanner scanner, ScanSettings settings, TextWriter output)
    {
        Plugin[] plugins = [.. scanner.Plugins.OrderBy(plugin => plugin.Name, StringComparer.Ordinal)];
        int width = plugins.Length == 0 ? 0 : plugins.Max(plugin => plugin.Name.Length);
        string unverified = settings.Filter(FilterNames.Verification) is null ? "" : "  (unverified)";
        foreach (Plugin plugin in plugins)
        {
            string verdict = plugin.Verdict(scanner.ScanText(text, plugin));
            output.WriteLine($"{plugin.Name.PadRight(width)}: {(verdict == "True" ? verdict + unverified : verdict)}");
        }

        return 0;
    }
}
