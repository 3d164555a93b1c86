using System.Buffers;

namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Finds Twilio's account ids and keys: two letters and 32 small letters and digits.</summary>
internal sealed class TwilioPlugin() : Plugin("TwilioKeyDetector", "Twilio API Key")
{
    private const int Length = 34;

    private static readonly string[] Prefixes = ["AC", "SK"];
    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    public override bool MayFind(string text) => Array.Exists(Prefixes, prefix => text.Contains(prefix, StringComparison.Ordinal));

    public override void Find(PluginLine line, List<Capture> found)
    {
        string text = line.Text;
        foreach (string prefix in Prefixes)
        {
            int next;
            for (int at = text.IndexOf(prefix, StringComparison.Ordinal); at >= 0 && at + Length <= text.Length; at = text.IndexOf(prefix, next, StringComparison.Ordinal))
            {
                bool isKey = text.AsSpan(at + prefix.Length, Length - prefix.Length).IndexOfAnyExcept(Characters) < 0;
                if (isKey)
                {
                    found.Add(new Capture(text.Substring(at, Length)));
                }

                next = at + (isKey ? Length : 1);
            }
        }
    }
}
