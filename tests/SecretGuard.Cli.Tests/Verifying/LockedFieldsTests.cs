namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What a lock knows of fields, where no store can be asked.</summary>
public sealed class LockedFieldsTests
{
    private const string Notice = "had not told the names of fields";

    [Theory]
    [InlineData("{ fields: [user, password] }", 0, false)]
    [InlineData("{ fields: [user] }", 1, false)]
    [InlineData("{}", 0, true)]
    public void Offline_FieldsAreAsTheStoreToldThem(string secret, int exitCode, bool untold)
    {
        using var box = new Sandbox();
        box.Write("store.yaml", $"secrets: {{ shop/db: {secret} }}\n");
        box.Write("secretguard.yml", "version: 1\nstores: { main: { type: inventory, path: store.yaml } }\nsecrets: { db: { store: main, name: shop/db, fields: [user, password] } }\n").Commit();
        Sandbox.Outcome asked = box.Run("verify", "--no-lint");
        asked.ExitCode.ShouldBe(exitCode, asked.Output + asked.Error);
        box.Run("lock").ExitCode.ShouldBe(0);
        box.Read("secretguard.lock").Split('\n').Count(line => line.Contains("\tsecret\tshop/db\t", StringComparison.Ordinal)).ShouldBe(untold ? 1 : 2);
        File.Delete(Path.Combine(box.Root, "store.yaml"));
        Sandbox.Outcome offline = box.Run("verify", "--no-lint", "--offline");
        offline.ExitCode.ShouldBe(exitCode, offline.Output + offline.Error);
        offline.Output.Contains(Notice, StringComparison.Ordinal).ShouldBe(untold, offline.Output);
        offline.Output.Contains("SG5008", StringComparison.Ordinal).ShouldBe(exitCode == 1);
    }
}
