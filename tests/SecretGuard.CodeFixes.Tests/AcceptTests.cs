namespace SecretGuard.CodeFixes.Tests;

/// <summary>Accepting a value with a reason that the user writes.</summary>
public sealed class AcceptTests
{
    private const string Title = "Accept it with a reason";

    public static TheoryData<string, string> Rows => new()
    {
        // Above the line.
        {
            "class Orders\n{\n    const string Password = \"[|‹pw›|]\"; // old\n}\n",
            "class Orders\n{\n    // secretguard:allow generic-password ‹why›\n    const string Password = \"§\"; // old\n}\n"
        },
        // A fallback, and another comment above.
        {
            "class Orders\n{\n    // for tests\n    string Get() => System.Environment.GetEnvironmentVariable(\"PASSWORD\")\n        ?? \"{|SG1003:‹pw›|}\";\n}\n",
            "class Orders\n{\n    // for tests\n    string Get() => System.Environment.GetEnvironmentVariable(\"PASSWORD\")\n        // secretguard:allow generic-password ‹why›\n        ?? \"§\";\n}\n"
        },
        // In a comment, behind it.
        {
            "class Orders\n{\n    /// <summary>password = \"[|‹pw›|]\"</summary>\n    int a;\n}\n",
            "class Orders\n{\n    /// <summary>password = \"§\"</summary> // secretguard:allow generic-password ‹why›\n    int a;\n}\n"
        },
        // A text of several lines that ends where the secret does: behind it.
        {
            "class Orders\n{\n    string url = @\"\n      https://svc:[|‹pw›|]@example.org/x\";\n}\n",
            "class Orders\n{\n    string url = @\"\n      https://svc:§@example.org/x\"; // secretguard:allow url-password ‹why›\n}\n"
        },
        // Code that is not compiled.
        {
            "class Orders\n{\n#if LEGACY\n    string password = \"[|‹pw›|]\";\n#endif\n}\n",
            "class Orders\n{\n#if LEGACY\n    // secretguard:allow generic-password ‹why›\n    string password = \"§\";\n#endif\n}\n"
        },
        // Where nothing else is offered.
        {
            "[System.ComponentModel.Description(\"a\")]\nclass Orders\n{\n    void Login(string password = \"[|‹pw›|]\") { }\n}\n",
            "[System.ComponentModel.Description(\"a\")]\nclass Orders\n{\n    // secretguard:allow generic-password ‹why›\n    void Login(string password = \"§\") { }\n}\n"
        },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Comment_NamesTheRule(string before, string after) => Fixed.Check(before, Title, after);

    [Fact]
    public void LinesWithinAText_TakeNoComment() =>
        new Fixed().IsNotOffered("class Orders\n{\n    string json = \"\"\"\n    {\n      \"password\": \"[|‹pw›|]\"\n    }\n    \"\"\";\n}\n", Title);

    [Fact]
    public void EveryValue_NeedsItsOwnReason() => new AcceptSecretCodeFix().GetFixAllProvider().ShouldBeNull();
}
