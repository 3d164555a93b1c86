namespace SecretGuard.Detection.Values;

/// <summary>What a host name says about the credentials that stand beside it.</summary>
internal enum HostKind
{
    /// <summary>A server that may exist.</summary>
    Real,

    /// <summary>One plain word: a container beside this one. Machines of a network have numbers or hyphens in their names.</summary>
    Short,

    /// <summary>The machine itself.</summary>
    Local,

    /// <summary>A name reserved for documentation (RFC 2606), or a word that stands for a host.</summary>
    Documentation,
}

/// <summary>Tells the kind of a host.</summary>
internal static class Hosts
{
    private static readonly WordSet StandIns = WordSet.Of(
        "a a.b.c addr address b bar bar.com domain domain.com foo foo.bar foo.com h host host.com hostname ip my-host my-server my.host mydomain.com myhost "
        + "myserver server server.com servername site.com somehost x your-host your-server your.host yourdomain.com yourhost yourserver");

    private static readonly WordSet Locals = WordSet.Of(
        "(local) (localdb) . 0.0.0.0 ::1 [::1] host.docker.internal localhost localhost.localdomain");

    /// <summary>Judges a host without its port.</summary>
    public static HostKind KindOf(ReadOnlySpan<byte> host)
    {
        if (host.Length is 0 or > 255)
        {
            return host.Length == 0 ? HostKind.Local : HostKind.Real;
        }

        string name = AsciiText.ToLower(host);
        if (Locals.Contains(name) || name.StartsWith("127.", StringComparison.Ordinal) || name.EndsWith(".localhost", StringComparison.Ordinal))
        {
            return HostKind.Local;
        }

        // What is filled in later may be any server.
        return Templates.IsTemplate(host) ? HostKind.Real
            : IsDocumentation(name) || (name.IndexOf('.') < 0 && Placeholders.IsPlaceholder(host)) ? HostKind.Documentation
            : AsciiText.IsLetters(host) ? HostKind.Short
            : HostKind.Real;
    }

    private static bool IsDocumentation(string name)
    {
        if (StandIns.Contains(name))
        {
            return true;
        }

        string[] labels = name.Split('.');
        return labels[labels.Length - 1] is "example" or "invalid" or "test"
            || (labels.Length >= 2 && (labels[labels.Length - 2] == "example" || StandIns.Contains(labels[labels.Length - 2] + "." + labels[labels.Length - 1])));
    }
}
