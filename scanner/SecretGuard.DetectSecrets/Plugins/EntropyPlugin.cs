using System.Buffers;

namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Finds strings in quotes whose characters are spread as if they were drawn at random: by Shannon's entropy, in bits a character.</summary>
internal sealed class EntropyPlugin : Plugin
{
    private readonly SearchValues<char> _charset;
    private readonly double _limit;
    private readonly bool _isHex;

    private EntropyPlugin(string name, string type, string charset, double limit, bool isHex)
        : base(name, type)
    {
        _charset = SearchValues.Create(charset);
        _limit = limit;
        _isHex = isHex;
    }

    public override bool KnowsFormat => false;

    /// <summary>Base64, its URL-safe form too.</summary>
    public static EntropyPlugin Base64(double limit) =>
        new("Base64HighEntropyString", "Base64 High Entropy String", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=", limit, isHex: false);

    /// <summary>Hexadecimal digits.</summary>
    public static EntropyPlugin Hex(double limit) => new("HexHighEntropyString", "Hex High Entropy String", "0123456789abcdefABCDEF", limit, isHex: true);

    public override void Find(PluginLine line, List<Capture> found)
    {
        int before = found.Count;
        FindQuoted(line.Text, found);
        if (!line.IsLoose)
        {
            found.RemoveAll(capture => Entropy(capture.Value) <= _limit);
        }
        else if (found.Count == before)
        {
            FindRuns(line.Text, found);
        }
    }

    public override string Verdict(IReadOnlyList<Capture> found)
    {
        if (found.Count == 0)
        {
            return "False";
        }

        double entropy = found.Max(capture => Entropy(capture.Value));
        string shown = Baselines.PythonJson.Float(Math.Round(entropy, 3));
        return entropy > _limit ? $"True  ({shown})" : $"False ({shown})";
    }

    /// <summary>Bits a character. A number in decimal says less than its digits look like.</summary>
    public double Entropy(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        double bits = 0;
        foreach (IGrouping<char, char> same in text.GroupBy(c => c))
        {
            double share = (double)same.Count() / text.Length;
            bits -= share * Math.Log2(share);
        }

        return _isHex && text.Length > 1 && text.All(char.IsAsciiDigit) ? bits - (1.2 / Math.Log2(text.Length)) : bits;
    }

    private void FindQuoted(string text, List<Capture> found)
    {
        ReadOnlySpan<char> line = text;
        int at = 0;
        while (line[at..].IndexOfAny('\'', '"') is var quote && quote >= 0)
        {
            int start = at + quote + 1;
            int length = line[start..].IndexOfAnyExcept(_charset);
            if (length > 0 && line[start + length] == line[start - 1])
            {
                found.Add(new Capture(text.Substring(start, length)));
                at = start + length + 1;
            }
            else
            {
                at = start;
            }
        }
    }

    private void FindRuns(string text, List<Capture> found)
    {
        ReadOnlySpan<char> line = text;
        int at = 0;
        while (line[at..].IndexOfAny(_charset) is var skip && skip >= 0)
        {
            at += skip;
            int length = line[at..].IndexOfAnyExcept(_charset) is var end && end >= 0 ? end : line.Length - at;
            found.Add(new Capture(text.Substring(at, length)));
            at += length;
        }
    }
}
