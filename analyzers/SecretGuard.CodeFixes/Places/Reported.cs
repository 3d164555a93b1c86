using Microsoft.CodeAnalysis;

namespace SecretGuard.CodeFixes.Places;

/// <summary>What a diagnostic says about its place.</summary>
/// <param name="Id">What kind of place.</param>
/// <param name="Rule">The slug of the rule, or nothing.</param>
internal readonly record struct Reported(string Id, string Rule)
{
    private const string Property = "rule"; // as the analyzers write it

    public static Reported By(Diagnostic diagnostic) => new(diagnostic.Id, diagnostic.Properties.TryGetValue(Property, out string? slug) && slug is not null ? slug : "");
}
