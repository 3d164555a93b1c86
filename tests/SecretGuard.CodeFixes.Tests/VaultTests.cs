namespace SecretGuard.CodeFixes.Tests;

/// <summary>Reading from Key Vault, where a client is at hand.</summary>
public sealed class VaultTests
{
    private static readonly Fixed Project = new() { Libraries = [Stubs.Configuration, Stubs.Vault] };

    public static TheoryData<string, string> Rows => new()
    {
        {
            "class Orders(SecretClient secrets)\n{\n    string smtpPassword = \"[|‹pw›|]\";\n}\n",
            "class Orders(SecretClient secrets)\n{\n    string smtpPassword = secrets.GetSecret(\"smtp-password\").Value.Value;\n}\n"
        },
        {
            "class Orders\n{\n    string Connect(SecretClient secrets)\n    {\n        const string smtpPassword = \"[|‹pw›|]\";\n        return smtpPassword.Trim();\n    }\n}\n",
            "class Orders\n{\n    string Connect(SecretClient secrets)\n    {\n        string smtpPassword = secrets.GetSecret(\"smtp-password\").Value.Value;\n        return smtpPassword.Trim();\n    }\n}\n"
        },
        {
            "class Vault : SecretClient;\n\nclass Orders\n{\n    static readonly Vault Secrets = new();\n\n    static bool Is(string smtpPassword) => smtpPassword == \"[|‹pw›|]\".Trim();\n}\n",
            "class Vault : SecretClient;\n\nclass Orders\n{\n    static readonly Vault Secrets = new();\n\n    static bool Is(string smtpPassword) => smtpPassword == Secrets.GetSecret(\"smtp-password\").Value.Value.Trim();\n}\n"
        },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Secret_IsReadFromTheVault(string before, string after) =>
        Project.Run("using Azure.Security.KeyVault.Secrets;\n\n" + before, "Read \"smtp-password\" from Key Vault", "using Azure.Security.KeyVault.Secrets;\n\n" + after);

    [Fact]
    public void NoClientAtHand_IsNotOffered() => Project.Titles("class Orders { string smtpPassword = \"[|‹pw›|]\"; }").ShouldNotContain(title => title.EndsWith("Key Vault", StringComparison.Ordinal));
}
