namespace SecretGuard.CodeFixes.Tests;

/// <summary>Reading from the configuration at hand.</summary>
public sealed class ConfigurationTests
{
    private const string Title = "Read \"Password\" from IConfiguration";

    public static TheoryData<string, string> Rows => new()
    {
        // A parameter.
        {
            """
            using System;
            using Microsoft.Extensions.Configuration;

            class Orders
            {
                void Connect(IConfiguration settings)
                {
                    string password = "[|‹pw›|]"; // for the service
                }
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            class Orders
            {
                void Connect(IConfiguration settings)
                {
                    string password = settings["Password"] ?? throw new InvalidOperationException("Configure Password."); // for the service
                }
            }
            """
        },
        // A field, and no using of System yet.
        {
            """
            using Microsoft.Extensions.Configuration;

            class Orders
            {
                private readonly IConfiguration _settings;

                public Orders(IConfiguration settings) => _settings = settings;

                public string Password => "[|‹pw›|]";
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            class Orders
            {
                private readonly IConfiguration _settings;

                public Orders(IConfiguration settings) => _settings = settings;

                public string Password => _settings["Password"] ?? throw new InvalidOperationException("Configure Password.");
            }
            """
        },
        // A property of a base class, which has the constructor's parameter: to capture that as well would be a warning.
        {
            """
            using Microsoft.Extensions.Configuration;

            abstract class Service(IConfiguration configuration)
            {
                protected IConfiguration Configuration { get; } = configuration;
            }

            class Orders(IConfiguration configuration) : Service(configuration)
            {
                void Login(string user, string password) => Login("svc", "[|‹pw›|]");
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            abstract class Service(IConfiguration configuration)
            {
                protected IConfiguration Configuration { get; } = configuration;
            }

            class Orders(IConfiguration configuration) : Service(configuration)
            {
                void Login(string user, string password) => Login("svc", Configuration["Password"] ?? throw new InvalidOperationException("Configure Password."));
            }
            """
        },
        // A primary constructor that has it, and an initialiser.
        {
            """
            using System;
            using Microsoft.Extensions.Configuration;

            class Orders(IConfiguration configuration)
            {
                private readonly string _password = "[|‹pw›|]";
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            class Orders(IConfiguration configuration)
            {
                private readonly string _password = configuration["Password"] ?? throw new InvalidOperationException("Configure Password.");
            }
            """
        },
        // A constant local.
        {
            """
            using System;
            using Microsoft.Extensions.Configuration;

            class Orders
            {
                string Connect(IConfiguration configuration)
                {
                    const string Password = "[|‹pw›|]";
                    return Password.Trim();
                }
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            class Orders
            {
                string Connect(IConfiguration configuration)
                {
                    string Password = configuration["Password"] ?? throw new InvalidOperationException("Configure Password.");
                    return Password.Trim();
                }
            }
            """
        },
        // A program: a variable.
        {
            """
            using Microsoft.Extensions.Configuration;

            IConfiguration? later = null;
            IConfiguration settings = Load();
            string password = "[|‹pw›|]";
            System.Console.WriteLine(password.Length + later?["A"]);

            static IConfiguration Load() => throw new System.InvalidOperationException();
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            IConfiguration? later = null;
            IConfiguration settings = Load();
            string password = settings["Password"] ?? throw new InvalidOperationException("Configure Password.");
            System.Console.WriteLine(password.Length + later?["A"]);

            static IConfiguration Load() => throw new System.InvalidOperationException();
            """
        },
        // A program: the builder's.
        {
            """
            using Microsoft.AspNetCore.Builder;

            var builder = WebApplication.CreateBuilder(args);
            string password = "[|‹pw›|]";
            System.Console.WriteLine(password.Length + builder.ToString());
            """,
            """
            using System;
            using Microsoft.AspNetCore.Builder;

            var builder = WebApplication.CreateBuilder(args);
            string password = builder.Configuration["Password"] ?? throw new InvalidOperationException("Configure Password.");
            System.Console.WriteLine(password.Length + builder.ToString());
            """
        },
        // Nested types, a block namespace with usings of its own, tabs.
        {
            "namespace Shop\n{\n\tusing System.Net;\n\n\tclass Outer\n\t{\n\t\tclass Orders\n\t\t{\n\t\t\tobject Make() => new NetworkCredential(\"svc\", \"[|‹pw›|]\");\n\t\t}\n\t}\n}\n",
            "namespace Shop\n{\n\tusing System;\n\tusing System.Net;\n\tusing Microsoft.Extensions.Configuration;\n\n\tclass Outer\n\t{\n\t\tclass Orders\n\t\t{\n\t\t\tprivate readonly IConfiguration _configuration;\n\n\t\t\tpublic Orders(IConfiguration configuration)\n\t\t\t{\n\t\t\t\t_configuration = configuration;\n\t\t\t}\n\n"
                + "\t\t\tobject Make() => new NetworkCredential(\"svc\", _configuration[\"Password\"] ?? throw new InvalidOperationException(\"Configure Password.\"));\n\t\t}\n\t}\n}\n"
        },
    };

    public static TheoryData<string, string> Silent => new()
    {
        { "a static class", "static class Orders { static void Connect() { string password = \"[|‹pw›|]\"; } }" },
        { "a static method", "class Orders { static void Connect() { string password = \"[|‹pw›|]\"; } }" },
        { "a constant that a static member uses", "class Orders { private const string Password = \"[|‹pw›|]\"; static string Connect() => Password; }" },
        { "a constant that an attribute uses", "class Orders { private const string Password = \"[|‹pw›|]\"; [System.ComponentModel.Description(Password)] void Connect() { } }" },
        { "a constant that others see", "class Orders { public const string Password = \"[|‹pw›|]\"; }" },
        { "a class that somebody makes", "class Orders { void Connect() { string password = \"[|‹pw›|]\"; } static Orders Make() => new Orders(); }" },
        { "a class that somebody derives from", "class Orders { void Connect() { string password = \"[|‹pw›|]\"; } } class Special : Orders { Special(int a) { } }" },
        { "two constructors", "class Orders { Orders(int a) { } Orders(string b) { } void Connect() { string password = \"[|‹pw›|]\"; } }" },
        { "a struct", "struct Orders { void Connect() { string password = \"[|‹pw›|]\"; } }" },
        { "a record with positions", "record Orders(int Retries) { void Connect() { string password = \"[|‹pw›|]\"; } }" },
        { "a test", "class FactAttribute : System.Attribute; class Orders { [Fact] void Connect() { string password = \"[|‹pw›|]\"; } }" },
        { "a section of the configuration", "static class Orders { static void Connect(Microsoft.Extensions.Configuration.IConfigurationSection smtp) { string password = \"[|‹pw›|]\"; } }" },
        { "a configuration that comes later", "static class Orders { static Microsoft.Extensions.Configuration.IConfiguration Load(string password) { var settings = Load(\"[|‹pw›|]\"); return settings; } }" },
        { "a lambda that captures nothing", "class Orders { System.Func<string> password = static () => \"[|‹pw›|]\"; }" },
        { "an interface", "interface IOrders { string Password => \"[|‹pw›|]\"; }" },
        { "a name that is taken", "class Orders { int _configuration; void Connect() { string password = \"[|‹pw›|]\"; _configuration += password.Length; } }" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Secret_IsReadFromConfiguration(string before, string after) => Fixed.Check(before, Title, after);

    [Theory]
    [MemberData(nameof(Silent))]
    public void NoConfigurationAtHand_IsNotOffered(string why, string before)
    {
        why.ShouldNotBeEmpty();
        new Fixed().IsNotOffered(before, "Read \"");
    }

    [Fact]
    public void NoReferenceToConfiguration_IsNotOffered() => new Fixed { Libraries = [] }.IsNotOffered("class Orders { void Connect() { string password = \"[|‹pw›|]\"; } }", "Read \"");

    [Fact]
    public void ClassMadeInAnotherFile_IsNotOffered() =>
        new Fixed { More = ["class Shop { object Make() => new Orders(); }"] }.IsNotOffered("class Orders { void Connect() { string password = \"[|‹pw›|]\"; } }", "Read \"");

    [Fact]
    public void ClassNamedInAnotherFile_IsOffered() =>
        new Fixed { More = ["class Shop(Orders orders) { public override string ToString() => orders.ToString()!; }"] }.Titles("class Orders { void Connect() { string password = \"[|‹pw›|]\"; } }").ShouldContain(Title);
}
