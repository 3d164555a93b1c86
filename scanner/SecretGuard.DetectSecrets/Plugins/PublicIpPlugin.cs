namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Finds addresses of IPv4 that are not private, with the port where there is one.</summary>
internal sealed class PublicIpPlugin() : Plugin("IPPublicDetector", "Public IP (ipv4)")
{
    private static readonly string[] Private = ["192.168.", "127.", "10.", "169.254."];

    public override void Find(PluginLine line, List<Capture> found)
    {
        ReadOnlySpan<char> text = line.Text;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && Continues(text[i - 1])))
            {
                continue;
            }

            int end = AddressEnd(text, i);
            if (end > 0 && !IsPrivate(text[i..end]))
            {
                end = PortEnd(text, end);
                found.Add(new Capture(line.Text[i..end]));
                i = end - 1;
            }
        }
    }

    /// <summary>Where four octets end that no letter, digit or dot follows; 0 where there are none.</summary>
    private static int AddressEnd(ReadOnlySpan<char> text, int at)
    {
        for (int octet = 0; octet < 4; octet++)
        {
            int digits = 0, value = 0;
            while (digits < 4 && at + digits < text.Length && char.IsAsciiDigit(text[at + digits]))
            {
                value = value * 10 + text[at + digits++] - '0';
            }

            if (digits is 0 or 4 || value > 255 || (digits > 1 && text[at] == '0'))
            {
                return 0;
            }

            at += digits;
            if (octet < 3 && (at == text.Length || text[at++] != '.'))
            {
                return 0;
            }
        }

        return at < text.Length && Continues(text[at]) ? 0 : at;
    }

    private static int PortEnd(ReadOnlySpan<char> text, int at)
    {
        int digits = 0;
        while (at < text.Length && text[at] == ':' && digits < 5 && at + 1 + digits < text.Length && char.IsAsciiDigit(text[at + 1 + digits]))
        {
            digits++;
        }

        int end = at + 1 + digits;
        return digits > 0 && (end == text.Length || !Continues(text[end])) ? end : at;
    }

    private static bool IsPrivate(ReadOnlySpan<char> address)
    {
        foreach (string prefix in Private)
        {
            if (address.StartsWith(prefix))
            {
                return true;
            }
        }

        return address.StartsWith("172.") && address[6..].IndexOf('.') == 0 && int.Parse(address.Slice(4, 2), System.Globalization.CultureInfo.InvariantCulture) is >= 16 and <= 31;
    }

    private static bool Continues(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';
}
