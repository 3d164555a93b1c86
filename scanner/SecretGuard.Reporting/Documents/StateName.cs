namespace SecretGuard.Reporting;

/// <summary>What documents call the members of an enumeration: <c>CannotTell</c> is <c>cannot-tell</c>.</summary>
internal static class StateName
{
    /// <summary>The name.</summary>
    public static string Of(Enum value) => string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}
