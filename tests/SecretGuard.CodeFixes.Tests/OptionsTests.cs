namespace SecretGuard.CodeFixes.Tests;

/// <summary>Classes that configuration is bound to.</summary>
public sealed class OptionsTests
{
    private const string Title = "Leave it to configuration binding";

    [Theory]
    [InlineData("public string Password { get; set; } = \"[|‹pw›|]\"; // of the service", "public required string Password { get; set; } // of the service", true)]
    [InlineData("public string Password { get; init; } = \"[|‹pw›|]\";", "public required string Password { get; init; }", true)]
    [InlineData("public required string Password { get; set; } = \"[|‹pw›|]\";", "public required string Password { get; set; } = null!;", true)]
    [InlineData("internal string Password { get; private set; } = \"[|‹pw›|]\";", "internal string Password { get; private set; } = null!;", true)]
    [InlineData("public string? Password { get; set; } = \"[|‹pw›|]\";", "public string? Password { get; set; }", true)]
    [InlineData("public string Password { get; set; } = \"[|‹pw›|]\";", "public string Password { get; set; }", false)]
    public void Property_HasNoValueOfItsOwn(string before, string after, bool nullable) =>
        new Fixed { IsNullable = nullable }.Run("public class SmtpOptions\n{\n    " + before + "\n}\n", Title, "public class SmtpOptions\n{\n    " + after + "\n}\n");

    [Fact]
    public void ClassThatSomebodyMakes_IsNotRequired() => Fixed.Check(
        "public sealed record SmtpSettings\n{\n    public string Password { get; set; } = \"[|‹pw›|]\";\n\n    public static SmtpSettings Make() => new();\n}\n",
        Title,
        "public sealed record SmtpSettings\n{\n    public string Password { get; set; } = null!;\n\n    public static SmtpSettings Make() => new();\n}\n");

    [Theory]
    [InlineData("public class Smtp { public string Password { get; set; } = \"[|‹pw›|]\"; }")]
    [InlineData("public class SmtpOptions { public string Password { get; } = \"[|‹pw›|]\"; }")]
    [InlineData("public class SmtpOptions { public static string Password { get; set; } = \"[|‹pw›|]\"; }")]
    [InlineData("public class SmtpOptions { public string Password = \"[|‹pw›|]\"; }")]
    public void WhatIsNotBound_IsNotOffered(string before) => new Fixed().IsNotOffered(before, Title);
}
