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
    private static readonly HashSet<string> StandIns = new(
        ["host", "hostname", "server", "servername", "myserver", "yourserver", "myhost", "yourhost", "somehost", "my-host", "your-host", "my-server", "your-server", "domain", "domain.com", "host.com", "server.com", "mydomain.com", "yourdomain.com", "my.host", "your.host", "site.com", "addr", "address", "ip", "foo", "bar", "foo.com", "bar.com", "foo.bar", "a", "b", "h", "x", "a.b.c"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Locals = new(
        [".", "(local)", "(localdb)", "localhost", "::1", "[::1]", "0.0.0.0", "host.docker.internal", "localhost.localdomain"],
        StringComparer.Ordinal);

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
        return Placeholders.IsTemplate(host) ? HostKind.Real
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
