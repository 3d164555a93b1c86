namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Finds the tokens of an issuer by their formats.</summary>
internal sealed class PatternPlugin(string name, string type, params TokenFormat[] formats) : Plugin(name, type)
{
    public override bool MayFind(string text) => Array.Exists(formats, format => format.MayMatch(text));

    public override void Find(PluginLine line, List<Capture> found)
    {
        foreach (TokenFormat format in formats)
        {
            format.Find(line.Text, found);
        }
    }
}
