using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Filters;
using SecretGuard.DetectSecrets.Lines;
using SecretGuard.DetectSecrets.Plugins;

namespace SecretGuard.DetectSecrets.Scanning;

/// <summary>Runs detect-secrets' plugins over a file, line by line, and leaves out what its filters leave out. Thread-safe.</summary>
internal sealed class PluginScan(IReadOnlyList<Plugin> plugins, FilterSet filters)
{
    /// <summary>What the plugins find in the lines that <paramref name="counts"/> leaves in; one for each kind and value.</summary>
    public List<FoundSecret> Scan(FileText file, Func<int, bool> counts)
    {
        // In rewritten lines stands nothing that is not in the file, but for quotes: what finds names has to see the file itself.
        Plugin[] wanted = [.. plugins.Where(plugin => plugin.MayFind(file.Text))];
        var found = new List<FoundSecret>();
        foreach (IReadOnlyList<NumberedLine> lines in wanted.Length > 0 ? file.Forms() : [])
        {
            var seen = new HashSet<(string, string, string)>();
            foreach (NumberedLine line in lines)
            {
                if (line.Text.Length > 0 && counts(line.Number) && !filters.ExcludesLine(line.Text) && !filters.DoubtsLine(line.Text))
                {
                    ScanLine(file, line, wanted, seen, found);
                }
            }

            if (found.Count > 0)
            {
                break;
            }
        }

        return found;
    }

    private void ScanLine(FileText file, NumberedLine line, Plugin[] wanted, HashSet<(string, string, string)> seen, List<FoundSecret> found)
    {
        var captures = new List<Capture>();
        foreach (Plugin plugin in wanted)
        {
            captures.Clear();
            plugin.Find(new PluginLine(line.Text, file.Path), captures);
            foreach (Capture capture in captures)
            {
                if (filters.DoubtsSecret(capture.Hashed, line.Text, plugin) || filters.ExcludesSecret(capture.Hashed))
                {
                    continue;
                }

                Capture whole = plugin.Whole(capture, file.Lines, line.Number);
                if (seen.Add((plugin.Type, whole.Hashed, whole.Value)))
                {
                    var identity = new SecretIdentity(file.Path, SecretIdentity.HashOf(whole.Hashed), plugin.Type);
                    found.Add(new FoundSecret(identity, line.Number, whole.Value) { Captured = whole.Hashed });
                }
            }
        }
    }
}
