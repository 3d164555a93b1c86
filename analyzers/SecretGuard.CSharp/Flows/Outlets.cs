namespace SecretGuard.CSharp.Flows;

/// <summary>Calls whose arguments are kept, shown or sent to people who need no secret. Data only: simple names, and the words that the type's name must hold.</summary>
internal static class Outlets
{
    private static readonly Dictionary<string, string[]> Calls = Read(
        """
        Write WriteLine WriteAsync WriteLineAsync: Console Debug Trace AnsiConsole TestOutputHelper
        WriteIf WriteLineIf Print Fail: Debug Trace
        LogTrace LogDebug LogInformation LogWarning LogError LogCritical Log: Logger Log
        Verbose Debug Information Warning Error Fatal Trace Info Warn: Logger Log ILog
        TraceInformation TraceWarning TraceError TraceEvent: Trace TraceSource
        WriteEntry WriteEvent: EventLog EventSource
        SetTag AddTag AddEvent AddBaggage SetBaggage SetAttribute: Activity Span Baggage
        TrackTrace TrackEvent TrackException TrackDependency: TelemetryClient
        PushProperty BeginScope ForContext: LogContext Logger Log
        """);

    /// <summary>Whether a call of this name may be one; by its name alone, before anything is bound.</summary>
    public static bool MayBe(string method) => Calls.ContainsKey(method);

    /// <summary>Whether a method of this name on this type is one.</summary>
    public static bool Contains(string type, string method) => Calls.TryGetValue(method, out string[]? types) && types.Any(word => type.EndsWith(word, StringComparison.Ordinal) || type.StartsWith(word, StringComparison.Ordinal));

    private static Dictionary<string, string[]> Read(string table)
    {
        var calls = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (string line in table.Split('\n'))
        {
            string[] halves = line.Trim().Split(':');
            string[] types = halves[1].Split([' '], StringSplitOptions.RemoveEmptyEntries);
            foreach (string method in halves[0].Split(' '))
            {
                calls[method] = calls.TryGetValue(method, out string[]? known) ? [.. known, .. types] : types;
            }
        }

        return calls;
    }
}
