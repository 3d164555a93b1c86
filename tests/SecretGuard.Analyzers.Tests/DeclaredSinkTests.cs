namespace SecretGuard.Analyzers.Tests;

/// <summary>What <c>sinks:</c> of a configuration says of the repository's own types.</summary>
public sealed class DeclaredSinkTests
{
    private const string Types =
        """

        namespace Contoso
        {
            class VaultBase { public virtual void Login(string handle) { } }
            class Vault : VaultBase { public override void Login(string who) { } public void Write(string text) { } }
            class Gate(string phrase) { public string Phrase { get; set; } = phrase; public string Wort = "[|‹plain›|]"; }
        }
        namespace Other { class Gate(string phrase) { public string Phrase { get; set; } = phrase; } }
        """;

    private const string Sinks = "sinks:\n  password: [VaultBase.Login(handle), Vault.Write(text), Contoso.Gate.Phrase, Gate.Wort]\n  token: [Contoso.Gate(phrase)]\n";

    public static TheoryData<string> Statements =>
    [
        "new Contoso.VaultBase().Login(\"[|‹plain›|]\");",
        "new Contoso.Vault().Login(\"[|‹plain›|]\");",
        "new Contoso.Vault().Write(\"[|‹plain›|]\");",
        "new Contoso.Vault().Login(\"[|the ‹Noun› sails at night|]\");",
        "new Contoso.Gate(\"[|‹tok›|]\").ToString();",
        "Contoso.Gate gate = new(\"[|‹tok›|]\") { Phrase = \"[|‹plain›|]\" };",
        "new Other.Gate(\"‹tok›\").Phrase = \"‹plain›\";",
        "new Contoso.Vault().Login(\"your-password\");",
        "new Contoso.Vault().Login(\"${VAULT}\");",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_IsJudgedAsDeclared(string statements) => new Code { Files = [("secretguard.yml", Sinks)] }.Run("class Orders { void Run() { " + statements + " } }" + Types);

    [Fact]
    public void UndeclaredTypes_AreSilent() =>
        Code.Check("class Orders { void Run() { new Contoso.Vault().Login(\"‹plain›\"); new Contoso.Gate(\"‹tok›\").Phrase = \"‹plain›\"; } }" + Types.Replace("[|‹plain›|]", "‹plain›", StringComparison.Ordinal));

    [Theory]
    [InlineData("sinks:\n  {|SG9001:|}pasword: [Gate.Wort]\n")]
    [InlineData("sinks:\n  password: [{|SG9001:|}Gate]\n")]
    [InlineData("sinks:\n  password:\n  - {|SG9001:|}Gate.Open()\n")]
    public void Mistake_IsToldAtItsPlace(string text) => new Code { Files = [("secretguard.yml", text)] }.Run("class C;");
}
