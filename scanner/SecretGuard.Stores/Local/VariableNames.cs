namespace SecretGuard.Stores.Local;

/// <summary>How variables are called that stand for keys of .NET's configuration.</summary>
internal static class VariableNames
{
    /// <summary>The name, and what .NET makes of a key: <c>A__B</c> of <c>A:B</c>.</summary>
    public static IEnumerable<string> Of(string name) => name.Contains(':', StringComparison.Ordinal) ? [name, name.Replace(":", "__", StringComparison.Ordinal)] : [name];
}
