namespace SecretGuard.CodeFixes.Tests;

/// <summary>Reading from a variable of the environment.</summary>
public sealed class EnvironmentTests
{
    private const string Title = "Read DB_PASSWORD from the environment";
    private const string Read = "Environment.GetEnvironmentVariable(\"DB_PASSWORD\") ?? throw new InvalidOperationException(\"Set DB_PASSWORD.\")";

    /// <summary>Members of a static class, before and after.</summary>
    public static TheoryData<string, string> Members => new()
    {
        { "static readonly string dbPassword = \"[|‹pw›|]\";", $"static readonly string dbPassword = {Read};" },
        { "const string DbPassword = \"[|‹pw›|]\";", $"static readonly string DbPassword = {Read};" },
        { "internal const string DbPassword = \"[|‹pw›|]\", User = \"svc\";", $"internal static readonly string DbPassword = {Read}, User = \"svc\";" },
        { "static string DbPassword { get; } = \"[|‹pw›|]\";", $"static string DbPassword {{ get; }} = {Read};" },
        { "static string DbPassword => /* old */ \"[|‹pw›|]\";", $"static string DbPassword => /* old */ {Read};" },
        { "static string GetDbPassword() { return \"[|‹pw›|]\"; }", $"static string GetDbPassword() {{ return {Read}; }}" },
        { "static void M() { const string dbPassword = \"[|‹pw›|]\"; Console.WriteLine(dbPassword); }", $"static void M() {{ string dbPassword = {Read}; Console.WriteLine(dbPassword); }}" },
        { "static void M() { string dbPassword; dbPassword = \"[|‹pw›|]\"; }", $"static void M() {{ string dbPassword; dbPassword = {Read}; }}" },
        { "static void Login(string dbPassword) => Login(\"[|‹pw›|]\");", $"static void Login(string dbPassword) => Login({Read});" },
        { "static void Login(int port, string dbPassword) => Login(dbPassword: \"[|‹pw›|]\", port: 1);", $"static void Login(int port, string dbPassword) => Login(dbPassword: {Read}, port: 1);" },
        { "static object M() => new { DbPassword = \"[|‹pw›|]\" };", $"static object M() => new {{ DbPassword = {Read} }};" },
        { "static bool M(string dbPassword) => dbPassword == \"[|‹pw›|]\";", $"static bool M(string dbPassword) => dbPassword == ({Read});" },
        { "static bool M(string dbPassword) => \"[|‹pw›|]\" != dbPassword;", $"static bool M(string dbPassword) => ({Read}) != dbPassword;" },
        { "static string M(bool b) { string dbPassword = b ? \"[|‹pw›|]\" : \"\"; return dbPassword; }", $"static string M(bool b) {{ string dbPassword = b ? {Read} : \"\"; return dbPassword; }}" },
        { "static (string DbPassword, int A) M() => (DbPassword: \"[|‹pw›|]\", 1);", $"static (string DbPassword, int A) M() => (DbPassword: {Read}, 1);" },
        { "static void M(Dictionary<string, string> d) => d[\"DB_PASSWORD\"] = \"[|‹pw›|]\";", $"static void M(Dictionary<string, string> d) => d[\"DB_PASSWORD\"] = {Read};" },
        { "static object M() => new Dictionary<string, string> { { \"Db:Password\", \"[|‹pw›|]\" } };", $"static object M() => new Dictionary<string, string> {{ {{ \"Db:Password\", {Read} }} }};" },
        { "static void M() => Environment.SetEnvironmentVariable(\"DB_PASSWORD\", \"[|‹pw›|]\");", $"static void M() => Environment.SetEnvironmentVariable(\"DB_PASSWORD\", {Read});" },
        { "static string dbPassword = \"[|K|]w7!\" + \"mpoq29xZ\";", $"static string dbPassword = {Read};" },
    };

    /// <summary>Members where only a constant can stand.</summary>
    public static TheoryData<string> Constants =>
    [
        "void M(string password = \"[|‹pw›|]\") { }",
        "[System.ComponentModel.DefaultValue(\"[|‹pw›|]\")] public string Password { get; set; } = \"\";",
        "bool M(string password) => password is \"[|‹pw›|]\";",
        "const string Password = \"[|‹pw›|]\"; void M(string password = Password) { }",
        "const string Password = \"[|‹pw›|]\"; bool M(string password) => password is Password;",
        "const string Password = \"[|‹pw›|]\"; const string Both = Password + Password;",
        "const string Password = \"[|‹pw›|]\"; [System.ComponentModel.Description(Password)] void M() { }",
        "void M() { const string password = \"[|‹pw›|]\"; N(); static void N() => System.Console.WriteLine(password); }",
        "System.Linq.Expressions.Expression<System.Func<string>> Password => () => \"[|‹pw›|]\";",
        "System.FormattableString password = $\"[|‹pw›|]\";",
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public void Member_ReadsTheVariable(string before, string after)
    {
        string frame = "using System;\nusing System.Collections.Generic;\n\nstatic class Orders\n{\n    §\n}\n";
        foreach (bool nullable in new[] { true, false })
        {
            new Fixed { IsNullable = nullable, Libraries = [] }.Run(frame.Replace("§", before, StringComparison.Ordinal), Title, frame.Replace("§", after, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Constants))]
    public void ConstantPlace_IsNotOffered(string member) => new Fixed().IsNotOffered("class Orders\n{\n    " + member + "\n}\n", "Read ");

    [Fact]
    public void ConstantThatAnotherFileNeedsConstant_IsNotOffered() =>
        new Fixed { More = ["class Shop { void Login(string password = Orders.Password) { } }"] }.IsNotOffered("class Orders { public const string Password = \"[|‹pw›|]\"; }", "Read ");

    [Fact]
    public void PropertyCalledEnvironment_IsNotTheClass() => Fixed.Check(
        """
        using System;

        class Startup
        {
            public string Environment { get; } = "";

            static string DbPassword() => "[|‹pw›|]";
        }
        """,
        Title,
        """
        using System;

        class Startup
        {
            public string Environment { get; } = "";

            static string DbPassword() => global::System.Environment.GetEnvironmentVariable("DB_PASSWORD") ?? throw new InvalidOperationException("Set DB_PASSWORD.");
        }
        """);
}
