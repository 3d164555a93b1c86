namespace SecretGuard.CodeFixes.Tests;

/// <summary>Reading from a configuration that the constructor is to take.</summary>
public sealed class ConfigurationParameterTests
{
    private const string Title = "Read \"Password\" from IConfiguration";

    public static TheoryData<string, string> Rows => new()
    {
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
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Constructor_TakesTheConfiguration(string before, string after) => Fixed.Check(before, Title, after);
}
