namespace SecretGuard.CodeFixes.Tests;

/// <summary>What is not the secret stays as it was.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void LineEnds_AreThoseOfTheFile() => new Fixed { LineBreak = "\r\n" }.Run(
        """
        // Copyright of somebody.

        /// <summary>Orders.</summary>
        public class Orders
        {
            #region credentials
            /// <summary>The password.</summary>
            private readonly string _smtpPassword = // of the service
                "[|‹pw›|]" /* old */;
            #endregion

            /// <summary>Connects.</summary>
            public string Connect() => _smtpPassword;
        }
        """,
        "Read \"Smtp:Password\" from IConfiguration",
        """
        // Copyright of somebody.

        using System;
        using Microsoft.Extensions.Configuration;

        /// <summary>Orders.</summary>
        public class Orders
        {
            #region credentials
            /// <summary>The password.</summary>
            private readonly string _smtpPassword /* old */;

            public Orders(IConfiguration configuration)
            {
                _smtpPassword = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Configure Smtp:Password.");
            }
            #endregion

            /// <summary>Connects.</summary>
            public string Connect() => _smtpPassword;
        }
        """);

    [Fact]
    public void Usings_AreSorted_AndGlobalOnesCount() => new Fixed { More = ["global using System;"] }.Run(
        """
        using Microsoft.Win32.SafeHandles;
        using static System.Math;
        using Text = System.Text.StringBuilder;

        class Orders
        {
            void Connect(Text text, SafeFileHandle handle)
            {
                var password = "[|‹pw›|]";
            }
        }
        """,
        "Read \"Password\" from IConfiguration",
        """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Win32.SafeHandles;
        using static System.Math;
        using Text = System.Text.StringBuilder;

        class Orders
        {
            private readonly IConfiguration _configuration;

            public Orders(IConfiguration configuration)
            {
                _configuration = configuration;
            }

            void Connect(Text text, SafeFileHandle handle)
            {
                var password = _configuration["Password"] ?? throw new InvalidOperationException("Configure Password.");
            }
        }
        """);

    [Fact]
    public void Usings_ComeBehindGlobalOnes() => Fixed.Check(
        "global using System.Text;\n\nstatic class Orders\n{\n    static string Password => \"[|‹pw›|]\";\n}\n",
        "Read PASSWORD from the environment",
        "global using System.Text;\nusing System;\n\n\nstatic class Orders\n{\n    static string Password => Environment.GetEnvironmentVariable(\"PASSWORD\") ?? throw new InvalidOperationException(\"Set PASSWORD.\");\n}\n");
}
