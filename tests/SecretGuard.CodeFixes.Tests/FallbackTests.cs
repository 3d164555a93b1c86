namespace SecretGuard.CodeFixes.Tests;

/// <summary>Fallbacks for secrets that are not configured.</summary>
public sealed class FallbackTests
{
    private const string Title = "Throw where it is missing";

    /// <summary>Statements, and what they become: <c>¤</c> throws with the text.</summary>
    public static TheoryData<string, string, string> Statements => new()
    {
        { "string password = settings[\"Password\"] ?? \"[|‹pw›|]\";", "string password = settings[\"Password\"] ?? ¤;", "Configure Password." },
        { "string password = settings.GetSection(\"Smtp\")[\"Password\"] ?? (\"[|‹pw›|]\");", "string password = settings.GetSection(\"Smtp\")[\"Password\"] ?? ¤;", "Configure Smtp:Password." },
        { "string password = settings?[\"Password\"] ?? \"[|‹pw›|]\"; // for tests", "string password = settings?[\"Password\"] ?? ¤; // for tests", "Configure Password." },
        { "string password = settings[\"Password\"] ?? Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? \"[|‹pw›|]\";", "string password = settings[\"Password\"] ?? Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? ¤;", "Set DB_PASSWORD." },
        { "string password = Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? \"[|‹pw›|]\";", "string password = Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? ¤;", "Set DB_PASSWORD." },
        { "string password = settings.GetValue(\"Password\", \"[|‹pw›|]\");", "string password = settings.GetValue<string>(\"Password\") ?? ¤;", "Configure Password." },
        { "string password = settings.GetValue<string>(\"Password\", \"[|‹pw›|]\").Trim();", "string password = (settings.GetValue<string>(\"Password\") ?? ¤).Trim();", "Configure Password." },
        { "string? password = settings[\"Password\"]; password ??= \"[|‹pw›|]\";", "string? password = settings[\"Password\"]; password = password ?? ¤;", "Configure Password." },
        { "string password = string.IsNullOrEmpty(settings[\"Password\"]) ? \"[|‹pw›|]\" : \"\";", "string password = string.IsNullOrEmpty(settings[\"Password\"]) ? ¤ : \"\";", "Configure Password." },
        { "string password = settings[\"Password\"] is null ? \"[|‹pw›|]\" : \"\";", "string password = settings[\"Password\"] is null ? ¤ : \"\";", "Configure Password." },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public void Fallback_BecomesAnException(string before, string after, string message)
    {
        const string Frame = "using System;\nusing Microsoft.Extensions.Configuration;\n\nstatic class Orders\n{\n    static void Run(IConfiguration settings)\n    {\n        §\n    }\n}\n";
        Fixed.Check(Frame.Replace("§", before, StringComparison.Ordinal), Title, Frame.Replace("§", after.Replace("¤", $"throw new InvalidOperationException(\"{message}\")", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void Fallback_IsNotReadFromElsewhere() => new Fixed().Titles("using Microsoft.Extensions.Configuration; static class Orders { static string Run(IConfiguration settings) => settings[\"Password\"] ?? \"[|‹pw›|]\"; }")
        .ShouldBe([Title, "Accept it with a reason"]);

    [Fact]
    public void Condition_ThatAsksSomethingElse_IsNoFallback() => new Fixed().IsNotOffered("static class Orders { static string Run(bool live) { string password = live ? \"[|‹pw›|]\" : \"\"; return password; } }", Title);
}
