namespace SecretGuard.CodeFixes.Tests;

/// <summary>Reading from the configuration at hand, or from one that the constructor takes.</summary>
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
        // A primary constructor that does not have it, with a constant.
        {
            """
            using System;

            class Orders(TimeProvider time, int retries = 3)
            {
                private const string Password = "[|‹pw›|]";

                void Connect(string user) => Console.WriteLine(time.GetUtcNow() + user + Password + retries);
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            class Orders(TimeProvider time, IConfiguration configuration, int retries = 3)
            {
                private readonly string Password = configuration["Password"] ?? throw new InvalidOperationException("Configure Password.");

                void Connect(string user) => Console.WriteLine(time.GetUtcNow() + user + Password + retries);
            }
            """
        },
        // No constructor: a new one, with a field.
        {
            """
            namespace Shop;

            public class Orders
            {
                public void Connect()
                {
                    var password = "[|‹pw›|]";
                }
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            namespace Shop;

            public class Orders
            {
                private readonly IConfiguration _configuration;

                public Orders(IConfiguration configuration)
                {
                    _configuration = configuration;
                }

                public void Connect()
                {
                    var password = _configuration["Password"] ?? throw new InvalidOperationException("Configure Password.");
                }
            }
            """
        },
        // One constructor: one parameter more, and a field behind the others.
        {
            """
            using System;

            public class Orders
            {
                private readonly TimeProvider _time; // the clock

                public Orders(
                    TimeProvider time)
                {
                    _time = time;
                }

                public string Connect()
                {
                    string password = "[|‹pw›|]";
                    return password + _time.GetUtcNow();
                }
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            public class Orders
            {
                private readonly TimeProvider _time; // the clock
                private readonly IConfiguration _configuration;

                public Orders(
                    TimeProvider time,
                    IConfiguration configuration)
                {
                    _configuration = configuration;
                    _time = time;
                }

                public string Connect()
                {
                    string password = _configuration["Password"] ?? throw new InvalidOperationException("Configure Password.");
                    return password + _time.GetUtcNow();
                }
            }
            """
        },
        // Fields without an underscore, and a constructor with an arrow.
        {
            """
            using System;

            public class Orders
            {
                private readonly TimeProvider time;

                public Orders(TimeProvider time) => this.time = time;

                public string GetPassword() => time is null ? "" : "[|‹pw›|]";
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            public class Orders
            {
                private readonly TimeProvider time;
                private readonly IConfiguration configuration;

                public Orders(TimeProvider time, IConfiguration configuration)
                {
                    this.configuration = configuration;
                    this.time = time;
                }

                public string GetPassword() => time is null ? "" : configuration["Password"] ?? throw new InvalidOperationException("Configure Password.");
            }
            """
        },
        // The constructor has it and does not keep it.
        {
            """
            using System;
            using Microsoft.Extensions.Configuration;

            public abstract class Orders
            {
                protected Orders(IConfiguration settings)
                {
                    Url = settings["Url"];
                }

                public string? Url { get; }

                protected void Login(string password) => Login("[|‹pw›|]");
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            public abstract class Orders
            {
                private readonly IConfiguration _settings;

                protected Orders(IConfiguration settings)
                {
                    _settings = settings;
                    Url = settings["Url"];
                }

                public string? Url { get; }

                protected void Login(string password) => Login(_settings["Password"] ?? throw new InvalidOperationException("Configure Password."));
            }
            """
        },
        // In the constructor itself no field is needed.
        {
            """
            using System;
            using System.Net;

            public class Orders
            {
                private readonly NetworkCredential _credential;

                public Orders() { _credential = new NetworkCredential("svc", "[|‹pw›|]"); }

                public override string ToString() => _credential.UserName;
            }
            """,
            """
            using System;
            using System.Net;
            using Microsoft.Extensions.Configuration;

            public class Orders
            {
                private readonly NetworkCredential _credential;

                public Orders(IConfiguration configuration) { _credential = new NetworkCredential("svc", configuration["Password"] ?? throw new InvalidOperationException("Configure Password.")); }

                public override string ToString() => _credential.UserName;
            }
            """
        },
        // An initialiser of a field moves into the constructor.
        {
            """
            using System;
            using System.Net;

            public class Orders
            {
                private readonly NetworkCredential _credential = new("svc", "[|‹pw›|]"); // for the service

                public override string ToString() => _credential.UserName;
            }
            """,
            """
            using System;
            using System.Net;
            using Microsoft.Extensions.Configuration;

            public class Orders
            {
                private readonly NetworkCredential _credential; // for the service

                public Orders(IConfiguration configuration)
                {
                    _credential = new("svc", configuration["Password"] ?? throw new InvalidOperationException("Configure Password."));
                }

                public override string ToString() => _credential.UserName;
            }
            """
        },
        // So does that of a property.
        {
            """
            using System;

            public class Orders
            {
                public Orders(int retries)
                {
                    Retries = retries;
                }

                public int Retries { get; }

                public string Password { get; set; } = "[|‹pw›|]";
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            public class Orders
            {
                public Orders(int retries, IConfiguration configuration)
                {
                    Password = configuration["Password"] ?? throw new InvalidOperationException("Configure Password.");
                    Retries = retries;
                }

                public int Retries { get; }

                public string Password { get; set; }
            }
            """
        },
        // A private constant that only instances use.
        {
            """
            using System;

            public class Orders
            {
                private const string Password = "[|‹pw›|]";

                public string Connect() => "svc:" + Password;
            }
            """,
            """
            using System;
            using Microsoft.Extensions.Configuration;

            public class Orders
            {
                private readonly string Password;

                public Orders(IConfiguration configuration)
                {
                    Password = configuration["Password"] ?? throw new InvalidOperationException("Configure Password.");
                }

                public string Connect() => "svc:" + Password;
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
