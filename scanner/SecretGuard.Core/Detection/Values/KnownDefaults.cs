namespace SecretGuard.Detection.Values;

/// <summary>Passwords that products ship with and that the whole world knows: no secret on a developer's own machine.</summary>
internal static class KnownDefaults
{
    private static readonly WordSet Values = WordSet.Of(
        "admin administrator alpine app cassandra changeit cisco couchbase default dev docker elastic grafana guest hello jenkins kafka kibana localhost "
        + "manager mariadb minio minioadmin mongo mongodb mysql nagios neo4j oracle pi postgres postgresql private public rabbitmq raspberry redis root sa scott "
        + "sonar sys system test tiger tomcat toor ubuntu vagrant zabbix");

    /// <summary>Whether the value is such a password.</summary>
    public static bool Contains(ReadOnlySpan<byte> value) => Values.Contains(value);
}
