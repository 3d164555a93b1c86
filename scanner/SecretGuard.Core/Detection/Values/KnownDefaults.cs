namespace SecretGuard.Detection.Values;

/// <summary>Passwords that products ship with and that the whole world knows: no secret on a developer's own machine.</summary>
internal static class KnownDefaults
{
    private static readonly HashSet<string> Values = new(
        ["admin", "administrator", "postgres", "mysql", "root", "toor", "sa", "guest", "rabbitmq", "redis", "mongo", "mongodb", "elastic", "minio", "minioadmin", "oracle", "test", "app", "dev", "docker", "vagrant", "neo4j", "cassandra", "couchbase", "default", "1234", "12345", "123456"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the value is such a password.</summary>
    public static bool Contains(ReadOnlySpan<byte> value)
    {
        if (value.Length > 16)
        {
            return false;
        }

        Span<char> chars = stackalloc char[value.Length];
        for (int i = 0; i < value.Length; i++)
        {
            chars[i] = (char)value[i];
        }

        return Values.Contains(chars.ToString());
    }
}
