using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SecretGuard.Analyzers;
using SecretGuard.Configuration;
using SecretGuard.Inventories;

namespace SecretGuard.CodeFixes.Tests;

/// <summary>Declaring what code refers to: what the file says afterwards is read as a declaration again, and all else in it stays as it was.</summary>
public sealed class DeclareSecretTests
{
    private const string File = "/repo/secretguard.yml";
    private const string Key = "SecretGuard.DeclareSecret";
    private const string Stores = "stores:\n  runtime: { type: azure-key-vault, address: https://kv-shop.vault.azure.net }\n  local: { type: dotenv, path: .env }\n";
    private const string Client = "class SecretClient { public string GetSecret(string name) => name; }\n";

    /// <summary>The file before and after; <c>§</c> is the new entry.</summary>
    public static TheoryData<string, string> Files => new()
    {
        // Without the section, without an end of the last line.
        { Stores, $"{Stores}\nsecrets:\n  §\n" },
        { Stores.TrimEnd(), $"{Stores}\nsecrets:\n  §\n" },

        // Behind the last entry, with its indentation; comments stay where they are.
        { $"{Stores}secrets:\n    shop-db: {{ store: runtime }} # of the shop\n    # a note\n\n# the policies\npolicies:\n", $"{Stores}secrets:\n    shop-db: {{ store: runtime }} # of the shop\n    # a note\n    §\n\n# the policies\npolicies:\n" },
        { $"secrets:\n  shop-db:\n    store: runtime\n    fields: [user]\n{Stores}", $"secrets:\n  shop-db:\n    store: runtime\n    fields: [user]\n  §\n{Stores}" },

        // An empty section, in every way to write one.
        { $"{Stores}secrets:\n", $"{Stores}secrets:\n  §\n" },
        { $"{Stores}secrets: {{}} # none yet\n", $"{Stores}secrets: # none yet\n  §\n" },
        { $"{Stores}'secrets': ~\n", $"{Stores}'secrets':\n  §\n" },

        // Line ends of Windows.
        { Stores.ReplaceLineEndings("\r\n") + "secrets:\r\n  shop-db: { store: runtime }\r\n", Stores.ReplaceLineEndings("\r\n") + "secrets:\r\n  shop-db: { store: runtime }\r\n  §\r\n" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Entry_StandsInItsSection_AndAllElseStays(string before, string after)
    {
        using FixedProject project = Project(before, "v.GetSecret(\"mail-token\")");
        using FixedProject declared = project.Apply(Offer(project, "Declare 'mail-token' in secretguard.yml").ShouldNotBeNull());
        declared[File].ShouldBe(after.Replace("§", "mail-token: { store: runtime }", StringComparison.Ordinal));
        Declared(declared).ShouldContain(secret => secret.Id == "mail-token" && secret.Store == "runtime");
        declared.Diagnostics.ShouldNotBeEmpty("the lock does not know it yet");
        Offer(declared, "Declare").ShouldBeNull("it is declared");
    }

    [Theory]
    [InlineData("System.Environment.GetEnvironmentVariable(\"MAIL_TOKEN\")", "MAIL_TOKEN: { store: local }")]
    [InlineData("System.Environment.GetEnvironmentVariable(\"Mail__Token\")", "Mail__Token: { store: local }")]
    [InlineData("v.GetSecret(\"9-mail-token\")", "'9-mail-token': { store: runtime }")]
    public void Entry_IsNamedAsTheReference_WithTheOnlyStoreThatMayHoldIt(string expression, string entry)
    {
        using FixedProject project = Project(Stores, expression);
        using FixedProject declared = project.Apply(Offer(project, "Declare").ShouldNotBeNull());
        declared[File].ShouldEndWith($"secrets:\n  {entry}\n");
    }

    [Fact]
    public void PrefixOfTheStore_IsNoPartOfTheName()
    {
        using FixedProject project = Project(Stores.Replace("address:", "prefix: mail-, address:", StringComparison.Ordinal), "v.GetSecret(\"mail-token\")");
        using FixedProject declared = project.Apply(Offer(project, "Declare").ShouldNotBeNull());
        declared[File].ShouldEndWith("  mail-token: { store: runtime, name: token }\n");
        Declared(declared).ShouldHaveSingleItem().NameIn("runtime").ShouldBe("token");
    }

    /// <summary>What is declared under another name; two stores that may hold it; none; a section or a file that lines do not show.</summary>
    [Theory]
    [InlineData(Stores + "secrets:\n  mail: { store: runtime, name: mail-token }\n")]
    [InlineData(Stores + "  other: { type: azure-key-vault, address: https://kv-other.vault.azure.net }\n")]
    [InlineData("stores: { local: { type: dotenv } }\n")]
    [InlineData("version: 1\n")]
    [InlineData(Stores + "secrets: { shop-db: { store: runtime } }\n")]
    [InlineData("{ stores: { runtime: { type: azure-key-vault, address: https://kv-shop.vault.azure.net } } }\n")]
    [InlineData(Stores + "...\n")]
    [InlineData(Stores + "nonsense: true\n")]
    public void WhatCannotBeDeclared_IsNotOffered(string file)
    {
        using FixedProject project = Project(file, "v.GetSecret(\"mail-token\")");
        Offer(project, "Declare").ShouldBeNull();
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    public void All_AreDeclaredOnce_InEveryFramework(FixAllScope scope)
    {
        using FixedProject project = Project(Stores, "v.GetSecret(\"mail-token\") + v.GetSecret(\"mail-token\") + v.GetSecret(\"shop-key\")", frameworks: 2);
        using FixedProject declared = project.Apply(project.OfferAll(Key, scope).ShouldNotBeNull());
        declared[File].ShouldBe($"{Stores}\nsecrets:\n  mail-token: {{ store: runtime }}\n  shop-key: {{ store: runtime }}\n");
    }

    [Fact]
    public void All_OfAFileThatLinesDoNotShow_ChangeNothing()
    {
        const string Flow = Stores + "secrets: { shop-db: { store: runtime } }\n";
        using FixedProject project = Project(Flow, "v.GetSecret(\"mail-token\")");
        using FixedProject after = project.Apply(project.OfferAll(Key, FixAllScope.Document).ShouldNotBeNull());
        after[File].ShouldBe(Flow);
    }

    private static FixedProject Project(string file, string expression, int frameworks = 1) => new(
        new Fixed
        {
            Analyzer = () => new LockedSecretAnalyzer(),
            Frameworks = frameworks,
            Files = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [File] = file,
                ["/repo/secretguard.lock"] = LockFormat.Write([new("", "runtime", ReferenceKinds.Secret, "other"), new("", StoreTypes.Environment, ReferenceKinds.Key, "OTHER_TOKEN")]),
            },
        },
        $"class Orders {{ string Read(SecretClient v) => {expression}!; }}\n{Client}");

    private static CodeAction? Offer(FixedProject project, string title) =>
        Array.Find(project.Offers(project.Diagnostics[0]), action => action.Title.StartsWith(title, StringComparison.Ordinal));

    private static IReadOnlyList<DeclaredSecret> Declared(FixedProject project)
    {
        SettingsResult result = SettingsReader.Read(project[File], File);
        result.Errors.ShouldBeEmpty(project[File]);
        return result.Settings.Declaration.Secrets;
    }
}
