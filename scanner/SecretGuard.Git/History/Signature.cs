using System.Globalization;

namespace SecretGuard.Git;

/// <summary>Who did something and when: <c>name &lt;email&gt; seconds zone</c>.</summary>
public readonly ref struct Signature
{
    internal Signature(ReadOnlySpan<byte> line)
    {
        int open = line.IndexOf((byte)'<');
        int close = line.LastIndexOf((byte)'>');
        if (open < 0 || close < open)
        {
            Name = line;
            return;
        }

        Name = line[..open].TrimEnd((byte)' ');
        Email = line[(open + 1)..close];
        ReadOnlySpan<byte> date = line[(close + 1)..].Trim((byte)' ');
        int space = date.IndexOf((byte)' ');
        ReadOnlySpan<byte> seconds = space < 0 ? date : date[..space];
        Seconds = long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long known) ? known : 0;
        ReadOnlySpan<byte> zone = space < 0 ? default : date[(space + 1)..];
        Zone = int.TryParse(zone, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? (number / 100 * 60) + (number % 100) : 0;
    }

    /// <summary>The name, in the encoding of the commit.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>The address.</summary>
    public ReadOnlySpan<byte> Email { get; }

    /// <summary>When, in seconds since 1970; 0 where it is not told.</summary>
    public long Seconds { get; }

    /// <summary>Minutes that local time was ahead of UTC.</summary>
    public int Zone { get; }

    /// <summary>The same as a point of time, kept inside of what the type can hold.</summary>
    public DateTimeOffset Time
    {
        get
        {
            const int MostMinutes = 14 * 60;
            long seconds = Math.Clamp(Seconds, DateTimeOffset.MinValue.ToUnixTimeSeconds() + (60 * MostMinutes), DateTimeOffset.MaxValue.ToUnixTimeSeconds() - (60 * MostMinutes));
            return DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromMinutes(Math.Clamp(Zone, -MostMinutes, MostMinutes)));
        }
    }
}
