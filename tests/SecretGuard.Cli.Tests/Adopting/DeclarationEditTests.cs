using System.Text;
using SecretGuard.Cli.Adopting;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Configuration;

namespace SecretGuard.Cli.Tests.Adopting;

/// <summary>What a declaration becomes when a secret is added: its lines, comments and line ends stay.</summary>
public sealed class DeclarationEditTests
{
    private const string Store = "  dotenv: { type: dotenv, path: '.env' }";
    private const string Secret = "  KEY: { store: dotenv, consumers: [shop] }";

    [Theory]
    [InlineData(null, "version: 1\n\nstores:\n‹store›\n\nsecrets:\n‹secret›\n")]
    [InlineData("version: 1", "version: 1\n\nstores:\n‹store›\n\nsecrets:\n‹secret›\n")]
    [InlineData("# mine\r\nversion: 1\r\n", "# mine\r\nversion: 1\r\n\r\nstores:\r\n‹store›\r\n\r\nsecrets:\r\n‹secret›\r\n")]
    [InlineData("stores:\n  dotenv: { type: dotenv, path: .env }\nsecrets: # all\n    A: {} # first\n    # last\n\n# end\nversion: 1\n", "stores:\n  dotenv: { type: dotenv, path: .env }\nsecrets: # all\n    A: {} # first\n  ‹secret›\n    # last\n\n# end\nversion: 1\n")]
    [InlineData("version: 1\nstores: { a: { type: environment } }\nsecrets: {}\n", "version: 1\nstores: { a: { type: environment }, dotenv: { type: dotenv, path: '.env' } }\nsecrets: { KEY: { store: dotenv, consumers: [shop] } }\n")]
    [InlineData("version: 1\nstores: &s\n  a: { type: environment }\n", null)]
    [InlineData("{ version: 1 }\n", null)]
    public void Text_KeepsAllElse(string? before, string? after)
    {
        string? wanted = after?.Replace("‹store›", Store, StringComparison.Ordinal).Replace("‹secret›", Secret, StringComparison.Ordinal);
        byte[]? made = Edit(before).With(before is null ? null : Encoding.UTF8.GetBytes(before));
        (made is null ? null : Encoding.UTF8.GetString(made)).ShouldBe(wanted);
    }

    [Fact]
    public void Encoding_Stays()
    {
        byte[] before = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("# ü\r\nversion: 1\r\n")];
        byte[] after = Edit("version: 1\n").With(before).ShouldNotBeNull();
        after.AsSpan(0, before.Length).SequenceEqual(before).ShouldBeTrue();
        Encoding.Unicode.GetString(after).ShouldEndWith($"\r\nsecrets:\r\n{Secret}\r\n");
    }

    private static DeclarationEdit Edit(string? declared)
    {
        var project = new Project { Root = Path.GetTempPath(), Settings = SettingsReader.Read(declared ?? "version: 1\n", "secretguard.yml").Settings };
        using var opener = new StoreOpener(project.Root);
        var targets = new AdoptionTargets(project, new StoreChoice(project, opener, null), null);
        return new DeclarationEdit(targets.Of(targets.Open("dotenv:.env"), "KEY", null, null), "shop");
    }
}
