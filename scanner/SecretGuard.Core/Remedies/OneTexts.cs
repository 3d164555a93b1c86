namespace SecretGuard.Remedies;

/// <summary>Texts that belong together though only a part of them is secret: a connection string moves into configuration as a whole.</summary>
public static class OneTexts
{
    private static readonly string[] Targets = ["server", "source", "host", "endpoint", "account", "database", "driver", "catalog", "userid", "uid"];

    /// <summary>Whether the text is a connection string, a URL or a key with its armour.</summary>
    public static bool IsOne(string text) => IsConnectionString(text) || IsUrl(text) || text.Contains("-----BEGIN");

    /// <summary>Whether the text is made of at least two settings, <c>name=value;name=value</c>, one of which says what to connect to. A cookie does not.</summary>
    public static bool IsConnectionString(string text)
    {
        string[] settings = text.Split([';'], StringSplitOptions.RemoveEmptyEntries);
        return settings.Length > 1 && settings.All(setting => setting.Trim() is "" || setting.IndexOf('=') > 0) && settings.Any(Connects);
    }

    private static bool Connects(string setting)
    {
        string name = setting.Split('=')[0].Replace(" ", "").ToLowerInvariant();
        return Array.Exists(Targets, name.Contains);
    }

    /// <summary>Whether the text is one URL.</summary>
    public static bool IsUrl(string text) => text.IndexOf("://", StringComparison.Ordinal) > 0 && !text.Any(char.IsWhiteSpace);
}
