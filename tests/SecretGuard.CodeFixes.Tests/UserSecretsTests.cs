namespace SecretGuard.CodeFixes.Tests;

/// <summary>Saying beside the configuration how the value gets there, without the value.</summary>
public sealed class UserSecretsTests
{
    private const string Title = "Read \"Smtp:Password\" from IConfiguration, and show how to move it into user secrets";

    [Fact]
    public void Command_StandsAboveTheStatement() => Fixed.Check(
        """
        using System;
        using Microsoft.Extensions.Configuration;

        class Orders
        {
            void Connect(IConfiguration configuration)
            {
                // old
                string smtpPassword =
                    "[|‹pw›|]";
            }
        }
        """,
        Title,
        """
        using System;
        using Microsoft.Extensions.Configuration;

        class Orders
        {
            void Connect(IConfiguration configuration)
            {
                // old
                // dotnet user-secrets set "Smtp:Password" "<value>"
                string smtpPassword =
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Configure Smtp:Password.");
            }
        }
        """);

    [Fact]
    public void Command_StandsInTheNewConstructor() => Fixed.Check(
        """
        using System;

        class Orders
        {
            readonly string smtpPassword = "[|‹pw›|]";
        }
        """,
        Title,
        """
        using System;
        using Microsoft.Extensions.Configuration;

        class Orders
        {
            readonly string smtpPassword;

            public Orders(IConfiguration configuration)
            {
                // dotnet user-secrets set "Smtp:Password" "<value>"
                smtpPassword = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Configure Smtp:Password.");
            }
        }
        """);
}
