using Microsoft.CodeAnalysis.CodeFixes;

namespace SecretGuard.CodeFixes.Tests;

/// <summary>The id without which the shown command fails, in the file of the project.</summary>
public sealed class UserSecretsIdTests
{
    private const string Title = "Read \"Smtp:Password\" from IConfiguration, and show how to move it into user secrets";
    private const string Key = "SecretGuard.ReadUserSecrets";
    private const string Unset = "build_property.UserSecretsId =\n";
    private const string Id = "<UserSecretsId>‹id›</UserSecretsId>";
    private const string Plain = "<Project>\n  <PropertyGroup>\n    <A>1</A>\n  </PropertyGroup>\n</Project>\n";

    private const string Changed = $"<Project>\n  <PropertyGroup>\n    <A>1</A>\n    {Id}\n  </PropertyGroup>\n</Project>\n";

    private const string Before = """
        using System;
        using Microsoft.Extensions.Configuration;

        class Orders
        {
            void Connect(IConfiguration configuration)
            {
                string smtpPassword = "[|‹pw›|]";
            }
        }
        """;

    private const string After = """
        using System;
        using Microsoft.Extensions.Configuration;

        class Orders
        {
            void Connect(IConfiguration configuration)
            {
                // dotnet user-secrets set "Smtp:Password" "<value>"
                string smtpPassword = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Configure Smtp:Password.");
            }
        }
        """;

    /// <summary>The file of the project before and after.</summary>
    public static TheoryData<string, string> Files => new()
    {
        { Plain, Changed },

        // Line ends of Windows, tabs, blanks that belong to the user, and no end of the last line.
        { "<Project Sdk=\"S\">\r\n\t<PropertyGroup  Label=\"a\" >\r\n\r\n\t\t<A>1</A> <!-- </PropertyGroup> -->\r\n\t</PropertyGroup >\r\n</Project>", $"<Project Sdk=\"S\">\r\n\t<PropertyGroup  Label=\"a\" >\r\n\r\n\t\t<A>1</A> <!-- </PropertyGroup> -->\r\n\t\t{Id}\r\n\t</PropertyGroup >\r\n</Project>" },

        // The first group that always holds and can take it; none of a target or a choice.
        {
            "<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n    <PropertyGroup Condition=\"'$(A)' == ''\">\n        <A>1</A>\n    </PropertyGroup>\n    <PropertyGroup />\n    <Choose><When Condition=\"'$(A)' == ''\"><PropertyGroup><A>1</A></PropertyGroup></When></Choose>\n    <PropertyGroup>\n        <B>1</B>\n    </PropertyGroup>\n    <PropertyGroup>\n    </PropertyGroup>\n</Project>\n",
            $"<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n    <PropertyGroup Condition=\"'$(A)' == ''\">\n        <A>1</A>\n    </PropertyGroup>\n    <PropertyGroup />\n    <Choose><When Condition=\"'$(A)' == ''\"><PropertyGroup><A>1</A></PropertyGroup></When></Choose>\n    <PropertyGroup>\n        <B>1</B>\n        {Id}\n    </PropertyGroup>\n    <PropertyGroup>\n    </PropertyGroup>\n</Project>\n"
        },

        // On one line.
        { "<Project><PropertyGroup><A>1</A></PropertyGroup></Project>", $"<Project><PropertyGroup><A>1</A>{Id}</PropertyGroup></Project>" },
        { "<Project><ItemGroup /></Project>", $"<Project><ItemGroup /><PropertyGroup>{Id}</PropertyGroup></Project>" },

        // A group of its own.
        { "<Project>\n  <ItemGroup>\n    <A Include=\"b\" />\n  </ItemGroup>\n\n</Project>\n", $"<Project>\n  <ItemGroup>\n    <A Include=\"b\" />\n  </ItemGroup>\n\n  <PropertyGroup>\n    {Id}\n  </PropertyGroup>\n</Project>\n" },

        // Somebody has thought of it: on a condition, empty, in a target.
        { "<Project>\n  <PropertyGroup>\n    <UserSecretsId Condition=\"'$(A)' == ''\">a</UserSecretsId>\n  </PropertyGroup>\n</Project>\n", "" },
        { "<Project>\n  <PropertyGroup>\n    <A>1</A>\n  </PropertyGroup>\n  <PropertyGroup>\n    <UserSecretsId />\n  </PropertyGroup>\n</Project>\n", "" },

        // No project at all, and none that can be read: line separators that XML does not count, an entity.
        { "<Project>\n  <PropertyGroup>\n", "" },
        { "", "" },
        { "<Project />", "" },
        { "<Project>\n  <!-- a\u2028b -->\n  <PropertyGroup>\n    <A>1</A>\n  </PropertyGroup>\n</Project>\n", "" },
        { "<!DOCTYPE a [<!ENTITY b \"c\">]>\n<Project>\n  <PropertyGroup>\n    <A>&b;</A>\n  </PropertyGroup>\n</Project>\n", "" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Id_IsAdded_AndNothingElseIsTouched(string before, string after) => Check(before, after.Length > 0 ? after : before, Unset);

    [Fact]
    public void ProjectWithAnId_IsLeftAlone_WhereverItIsSet() => Check(Plain, Plain, "build_property.UserSecretsId = set-for-all-projects\n");

    [Fact]
    public void BuildThatDoesNotSay_IsLeftAlone() => Check(Plain, Plain, "");

    [Fact]
    public void ProjectThatIsNotHandedOver_IsLeftAlone() => new Fixed { Options = Unset }.Run(Before, Title, After);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Solution)]
    public void Id_IsAddedOnce_ForAllSecretsAndFrameworks(FixAllScope scope) => new Fixed
    {
        Files = new Dictionary<string, string>(StringComparer.Ordinal) { [FixedProject.ProjectFile] = Plain },
        Options = Unset,
        After = project => Same(project, Changed),
    }.RunAll(
        """
        using System;
        using Microsoft.Extensions.Configuration;

        class Orders
        {
            void Connect(IConfiguration configuration)
            {
                string smtpPassword = "[|‹pw›|]";
                string apiToken = "[|‹tok›|]";
            }
        }
        """,
        Key,
        """
        using System;
        using Microsoft.Extensions.Configuration;

        class Orders
        {
            void Connect(IConfiguration configuration)
            {
                // dotnet user-secrets set "Smtp:Password" "<value>"
                string smtpPassword = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Configure Smtp:Password.");
                // dotnet user-secrets set "Api:Token" "<value>"
                string apiToken = configuration["Api:Token"] ?? throw new InvalidOperationException("Configure Api:Token.");
            }
        }
        """,
        scope);

    private static void Check(string before, string after, string options) => new Fixed
    {
        Files = new Dictionary<string, string>(StringComparer.Ordinal) { [FixedProject.ProjectFile] = before },
        Options = options,
        After = project => Same(project, after),
    }.Run(Before, Title, After);

    /// <summary>The file is as it should be, with an id that is new.</summary>
    private static void Same(FixedProject project, string expected)
    {
        string text = project[FixedProject.ProjectFile];
        int at = expected.IndexOf("‹id›", StringComparison.Ordinal);
        string id = at < 0 ? "" : text.Substring(at, Guid.Empty.ToString().Length);
        text.ShouldBe(expected.Replace("‹id›", id, StringComparison.Ordinal));
        (at < 0 || Guid.TryParseExact(id, "D", out _)).ShouldBeTrue(id);
    }
}
