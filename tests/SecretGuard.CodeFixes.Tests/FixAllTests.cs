using Microsoft.CodeAnalysis.CodeFixes;

namespace SecretGuard.CodeFixes.Tests;

/// <summary>One remedy for all secrets of a document or a project.</summary>
public sealed class FixAllTests
{
    [Fact]
    public void Configuration_IsTakenOnce_AndDifferentValuesGetDifferentKeys() => new Fixed().RunAll(
        """
        using System;

        class Orders
        {
            private readonly string _apiKey = "[|‹tok›|]";

            string First()
            {
                string password = "[|‹pw›|]";
                return password + _apiKey;
            }

            string Second()
            {
                string password = "[|‹tok›|]";
                return password;
            }

            bool Third(string password) => password == "[|‹b64›|]";
        }
        """,
        "SecretGuard.ReadConfiguration",
        """
        using System;
        using Microsoft.Extensions.Configuration;

        class Orders
        {
            private readonly string _apiKey;
            private readonly IConfiguration _configuration;

            public Orders(IConfiguration configuration)
            {
                _configuration = configuration;
                _apiKey = configuration["ApiKey"] ?? throw new InvalidOperationException("Configure ApiKey.");
            }

            string First()
            {
                string password = _configuration["Password"] ?? throw new InvalidOperationException("Configure Password.");
                return password + _apiKey;
            }

            string Second()
            {
                string password = _configuration["Orders:Password"] ?? throw new InvalidOperationException("Configure Orders:Password.");
                return password;
            }

            bool Third(string password) => password == (_configuration["Orders:Password2"] ?? throw new InvalidOperationException("Configure Orders:Password2."));
        }
        """);

    [Fact]
    public void Environment_IsReadEverywhere_AndConstantPlacesStay()
    {
        new Fixed().RunAll(
            """
            static class Orders
            {
                const string DbPassword = "[|‹pw›|]";
                static string Url => "https://svc:[|‹pw›|]@example.org/x";
                static string Server => "Server=db.internal;User Id=svc;" + "Password=[|‹pw›|];Encrypt=true";
            }
            """,
            "SecretGuard.ReadEnvironment",
            """
            using System;

            static class Orders
            {
                static readonly string DbPassword = Environment.GetEnvironmentVariable("DB_PASSWORD") ?? throw new InvalidOperationException("Set DB_PASSWORD.");
                static string Url => Environment.GetEnvironmentVariable("ORDERS_URL") ?? throw new InvalidOperationException("Set ORDERS_URL.");
                static string Server => Environment.GetEnvironmentVariable("SERVER_CONNECTION_STRING") ?? throw new InvalidOperationException("Set SERVER_CONNECTION_STRING.");
            }
            """);
    }

    [Fact]
    public void Fallbacks_ThrowEverywhere() => new Fixed().RunAll(
        """
        using Microsoft.Extensions.Configuration;

        static class Orders
        {
            static string Password(IConfiguration settings) => settings["Password"] ?? "{|SG1003:‹pw›|}";
            static string Token(IConfiguration settings) => settings["Token"] ?? "{|SG1003:‹tok›|}";
        }
        """,
        "SecretGuard.ThrowInstead",
        """
        using System;
        using Microsoft.Extensions.Configuration;

        static class Orders
        {
            static string Password(IConfiguration settings) => settings["Password"] ?? throw new InvalidOperationException("Configure Password.");
            static string Token(IConfiguration settings) => settings["Token"] ?? throw new InvalidOperationException("Configure Token.");
        }
        """);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public void Names_DifferAcrossFiles(FixAllScope scope)
    {
        // The other file comes first: it has taken the name.
        var random = new Random(7);
        string other = TestKit.Placeholders.Fill("class First { static string Password => \"‹pw›\"; }", random);
        new Fixed { More = [other], Path = "/repo/src/Orders.cs", IsNullable = true }.RunAll(
            "using System;\n\nclass Orders\n{\n    static string Password => \"[|‹pw›|]\";\n}\n",
            "SecretGuard.ReadEnvironment",
            "using System;\n\nclass Orders\n{\n    static string Password => Environment.GetEnvironmentVariable(\"ORDERS_PASSWORD\") ?? throw new InvalidOperationException(\"Set ORDERS_PASSWORD.\");\n}\n",
            scope);
    }
}
