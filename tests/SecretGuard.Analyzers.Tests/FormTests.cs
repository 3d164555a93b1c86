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

        // By way of a variable
        "var parts = new[] { \"svc\", \"[|‹pw›|]\" }; Login(parts[0], parts[1]);" + Login,
        "var value = \"[|‹pw›|]\"; Login(\"svc\", value);" + Login,
        "string? value = null; value ??= \"[|‹pw›|]\"; Login(\"svc\", value);" + Login,

        // Unmistakable formats
        "// [|‹pat›|]\n",
        "/* moved: [|‹pat›|] */",
        "\n#if NEVER\nvar old = \"[|‹pat›|]\";\n#endif\n",
        "System.Console.WriteLine(\"[|‹pat›|]\");",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_IsReported(string statements) => Code.CheckStatements(statements);

    [Fact]
    public void ConstantOfAnotherFile_IsReportedWhereItIsUsed() => new Code
    {
        More = ["static class Parts { public const string Head = \"wal\"; public const string Tail = \"nut41!7x\"; }"],
    }.Run("class C { const string Password = [|Parts.Head + Parts.Tail|]; }");
}
