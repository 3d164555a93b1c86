namespace SecretGuard.Analyzers.Tests;

/// <summary>Every form in which C# writes a value.</summary>
public sealed class FormTests
{
    public static TheoryData<string> Statements =>
    [
        "string password = \"[|‹pw›|]\";",
        "string password = @\"[|‹pw›|]\";",
        "string password = $\"[|‹pw›|]\";",
        "string password = \"\"\"[|‹pw›|]\"\"\";",
        "System.ReadOnlySpan<byte> password = \"[|‹pw›|]\"u8;",
        "const string first = \"[|‹plain›|]\"; Login(\"svc\", first + \"!7x\"); static void Login(string user, string password) { }",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_IsReported(string statements) => Code.CheckStatements(statements);
}
