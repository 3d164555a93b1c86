namespace SecretGuard.Detection.Values;

/// <summary>Passwords that products ship with and that the whole world knows: no secret on a developer's own machine.</summary>
internal static class KnownDefaults
{
    private static readonly HashSet<string> Values = new(
        ["admin", "administrator", "postgres", "mysql", "root", "toor", "sa", "guest", "rabbitmq", "redis", "mongo", "mongodb", "elastic", "minio", "minioadmin", "oracle", "test", "app", "dev", "docker", "vagrant", "neo4j", "cassandra", "couchbase", "default", "1234", "12345", "123456"],
        StringComparer.Ordinal);

    /// <summary>Whether the value is such a password.</summary>
    public static bool Contains(ReadOnlySpan<byte> value) => value.Length <= 16 && Values.Contains(AsciiText.ToLower(value));
}
