using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>The names that variables and keys of a configuration have in a store.</summary>
public sealed class NameTransformsTests
{
    [Theory]
    [InlineData("colon-to-double-hyphen", StoreTypes.Configuration, "Db:Password", "kv-Db--Password")]
    [InlineData("underscore-to-hyphen-lower", StoreTypes.Environment, "GHCR_TOKEN", "kv-ghcr-token")]
    [InlineData("remove:APP_", StoreTypes.Environment, "GHCR_TOKEN", null)]
    [InlineData("replace:^(\\w+)_TOKEN$=>tokens/$1", StoreTypes.Environment, "GHCR_TOKEN", "kv-tokens/GHCR")]
    [InlineData("lower", StoreTypes.Kubernetes, "Db", null)]
    public void Name_IsMadeOfVariablesAndKeysOnly(string transform, string from, string name, string? expected) =>
        NameTransforms.NameIn(Store(transform), new SecretReference(from, ReferenceKinds.Variable, name)).ShouldBe(expected);

    /// <summary>Nothing need be referred to that it would make a name of.</summary>
    [Theory]
    [InlineData("colon-to-duble-hyphen", "did you mean 'colon-to-double-hyphen'?")]
    [InlineData("replace:a", "'replace:a' does not say what takes the place of what: write replace:PATTERN=>TEXT")]
    [InlineData("replace:(=>b", "'(' is no regular expression: it breaks at character 2")]
    public void TransformThatNobodyKnows_IsToldAtItsStore(string transform, string told)
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", $"version: 1\nstores:\n  main: {{ type: dotenv, transform: ['{transform}'] }}\n").Commit();
        Sandbox.Outcome run = box.Run("verify");
        run.ExitCode.ShouldBe(2, run.Output);
        run.Error.ShouldContain("secretguard.yml(3,3): store 'main': ");
        run.Error.ShouldContain(told);
    }

    [Fact]
    public void NamesThatBecomeOne_AreToldAtEach_AndOneNameInTwoSpellingsIsNot()
    {
        InventoryRecord[] records = [Record("Mail-Token", 1), Record("MAIL_TOKEN", 2), Record("Db__Key", 3), Record("db:key", 4), Record("Other", 5)];
        (InventoryRecord Record, string Cause)[] told = [.. NameTransforms.Collisions(Store("underscore-to-hyphen-lower"), records)];
        told.Select(one => one.Record.Location.StartLine).ShouldBe([2, 1]);
        told[0].Cause.ShouldBe("'MAIL_TOKEN' and 'Mail-Token' both become 'kv-mail-token' in 'vault' (underscore-to-hyphen-lower): the one that is written last is what both read");
    }

    private static DeclaredStore Store(string transform) => new("vault", StoreTypes.AzureKeyVault, new Location("secretguard.yml", 1, 1, 1, 1)) { Transforms = [transform], Prefix = "kv-" };

    private static InventoryRecord Record(string name, int line) => new(new SecretReference(StoreTypes.Environment, ReferenceKinds.Variable, name) { IsSecret = true }, new Location("a", line, 1, line, 2), "");
}
