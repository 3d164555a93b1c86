namespace SecretGuard.Analyzers.Tests;

/// <summary>Every form in which C# writes a value.</summary>
public sealed class FormTests
{
    private const string Login = " static void Login(string user, string password) { }";

    public static TheoryData<string> Statements =>
    [
        // Literals
        "string password = \"[|‹pw›|]\";",
        "string password = @\"[|‹pw›|]\";",
        "string password = $\"[|‹pw›|]\";",
        "string password = \"\"\"[|‹pw›|]\"\"\";",
        "System.ReadOnlySpan<byte> password = \"[|‹pw›|]\"u8;",

        // Folded by the compiler
        "const string first = \"[|‹plain›|]\"; Login(\"svc\", first + \"!7x\");" + Login,
        "const string first = \"[|‹plain›|]\"; Login(\"svc\", $\"{first}!7x\");" + Login,
        "Login(\"svc\", (\"[|‹plain›\" + \"!|]\") + \"7x\");" + Login,

        // Folded by nobody but the reader
        "Login(\"svc\", string.Concat(\"[|‹plain›|]\", \"!7x\"));" + Login,
        "Login(\"svc\", string.Join(\"\", \"[|‹plain›|]\", \"!7x\"));" + Login,
        "Login(\"svc\", string.Join(\"-\", new[] { \"[|‹plain›|]\", \"7x\" }));" + Login,
        "Login(\"svc\", string.Format(\"{0}!7x\", \"[|‹plain›|]\"));" + Login,
        "Login(\"svc\", \"[|‹plain›|]~!7x\".Replace(\"~\", \"\"));".Replace("|]~!7x", "~!7x|]", StringComparison.Ordinal) + Login,
        "Login(\"svc\", new System.Text.StringBuilder(\"[|‹plain›|]\").Append(\"!7x\").ToString());" + Login,
        "Login(\"svc\", new string(\"[|‹pw›|]\".ToCharArray()));" + Login,
        "Login(\"svc\", [|new string(new[] { 'W', '1', 'n', 't', 'e', 'r', '!', '9' })|]);".Replace("[|new string(", "new string([|", StringComparison.Ordinal).Replace("})|]", "}|])", StringComparison.Ordinal) + Login,
        "Login(\"svc\", System.Text.Encoding.UTF8.GetString([|new byte[] { 87, 49, 110, 116, 101, 114, 33, 57 }|]));" + Login,
        "Login(\"svc\", System.Text.Encoding.UTF8.GetString([|[87, 49, 110, 116, 101, 114, 33, 57]|]));" + Login,
        "Key(System.Text.Encoding.UTF8.GetBytes(\"[|‹pw›|]\")); static void Key(byte[] password) { }",
        "Key(System.Convert.FromBase64String(\"[|‹sig›|]\")); static void Key(byte[] encryptionKey) { }",
        "var secure = new System.Security.SecureString(); foreach (char c in \"[|‹pw›|]\") { secure.AppendChar(c); }",
        "var secure = new System.Security.SecureString(); secure.AppendChar([|'W'|]); secure.AppendChar('1'); secure.AppendChar('n'); secure.AppendChar('!'); secure.AppendChar('9');",

        "byte[] aesKey = [.. \"[|‹tok›|]\"u8];",

        // Put together by statements
        "string text = \"Server=db.corp.net;Database=crm;User Id=crm;\";\n// who signs in\ntext += \"Password=[|‹plain›|];\"; Connect(text); static void Connect(string connectionString) { }",
        "var text = new System.Text.StringBuilder(); text.Append(\"[|‹plain›|]\"); text.Append('#'); text.Append(\"7x\"); Login(\"svc\", text.ToString());" + Login,
        "System.Text.StringBuilder text = new(\"[|‹plain›|]\"); int other = 4; text.Append('#').Append(\"7x\"); string password = text.ToString();",
        "var text = new System.Text.StringBuilder(); text.Append(\"Server=db;\"); text.Append(\"User Id=svc;\"); text.Append(\"Password=\").Append(\"[|‹pw›|]\").Append(';'); Open(text.ToString()); static void Open(string text) { }",
        "var text = new System.Text.StringBuilder(\"Server=db;User Id=svc;\"); Open(text.Append(\"Password=\").Append(\"[|‹pw›|]\").Append(';').ToString()); static void Open(string text) { }",
        "var text = new System.Text.StringBuilder(); text.AppendLine(\"Server=db;User Id=svc;\"); text.AppendLine(\"Password=[|‹pw›|]\"); Open(text.ToString()); static void Open(string text) { }",
        "string text = \"\"; text += \"[|‹plain›|]\"; text += \"#7x\"; Login(\"svc\", text);" + Login,
        "string text = \"Server=db;\"; text += \"User Id=svc;\"; text += \"Password=\" + \"[|‹pw›|]\"; Open(text); static void Open(string text) { }",

        // By way of a variable
        "var parts = new[] { \"svc\", \"[|‹pw›|]\" }; Login(parts[0], parts[1]);" + Login,
        "var value = \"[|‹pw›|]\"; Login(\"svc\", value);" + Login,
        "string? value = null; value ??= \"[|‹pw›|]\"; Login(\"svc\", value);" + Login,

        "var value = \"[|‹pw›|]\"; int values = 1, my_value = values; /* value */ Login(my_value + \"svc\", @value);" + Login,
        "// see \"value\"\r\n  // and \"more\"\n var value = \"[|‹pw›|]\"; // \"value\"\n Login(\"svc\", value);" + Login,
        "// \"value\"\r var value = \"[|‹pw›|]\";\r Login(\"svc\", value);" + Login,
        "Login(\"http://svc\", \"[|‹pw›|]\"); // \"svc\"\n" + Login,

        // Unmistakable formats
        "// [|‹pat›|]\n",
        "/* moved: [|‹pat›|] */",
        "\n#if NEVER\nvar old = \"[|‹pat›|]\";\n#endif\n",
        "System.Console.WriteLine(\"[|‹pat›|]\");",
    ];

    /// <summary>What is not known, or adds up to no secret.</summary>
    public static TheoryData<string> Harmless =>
    [
        "var text = new System.Text.StringBuilder(); text.Append(\"wal\"); if (settings.Count > 0) { text.Append(\"nut41\"); } Login(\"svc\", text.ToString());" + Login,
        "var text = new System.Text.StringBuilder(); text.Append(\"wal\"); foreach (char c in \"nut41!7x\") { text.Append(c); } Login(\"svc\", text.ToString());" + Login,
        "var text = new System.Text.StringBuilder(); text.Append(\"wal\"); text.Append(settings[\"rest\"]); Login(\"svc\", text.ToString());" + Login,
        "var text = new System.Text.StringBuilder(); text.Append(\"walnut\"); Fill(text); Login(\"svc\", text.ToString()); static void Fill(System.Text.StringBuilder text) { }" + Login,
        "string text = \"wal\"; text += settings[\"rest\"]; Login(\"svc\", text);" + Login,
        "string text = \"Server=db;\"; text += \"User Id=svc;\"; text += \"Password=\"; text += settings[\"password\"]; Open(text); static void Open(string text) { }",
        "var text = new System.Text.StringBuilder(); text.Append(\"${\"); text.Append(\"PASSWORD}\"); Login(\"svc\", text.ToString());" + Login,
    ];

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Other_IsSilent(string statements) => Code.CheckStatements(statements);

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_IsReported(string statements) => Code.CheckStatements(statements);

    /// <summary>Variables of one name in many methods are followed each in its own.</summary>
    [Theory]
    [InlineData(12)]
    [InlineData(150)]
    public void VariableOfTheSameNameInManyMethods_IsReportedInTheLast(int methods) => Code.CheckStatements(
        string.Concat(Enumerable.Range(0, methods).Select(i => $"void M{i}() {{ var value = \"walnut tree {i}\"; System.Console.WriteLine(value); }} ")) + "void Last() { var value = \"[|‹pw›|]\"; Login(\"svc\", value); }" + Login);

    /// <summary>Beyond some names, a file is walked through once in place of a search for each.</summary>
    [Fact]
    public void LastOfManyVariables_IsReportedWhereItIsUsed() => Code.CheckStatements(
        string.Concat(Enumerable.Range(0, 150).Select(i => $"var v{i} = \"walnut tree {i}\"; System.Console.WriteLine(v{i}); ")) + "var last = \"[|‹pw›|]\"; Login(\"svc\", last);" + Login);

    [Fact]
    public void ConstantOfAnotherFile_IsReportedWhereItIsUsed() => new Code
    {
        More = ["static class Parts { public const string Head = \"wal\"; public const string Tail = \"nut41!7x\"; }"],
    }.Run("class C { const string Password = [|Parts.Head + Parts.Tail|]; }");
}
