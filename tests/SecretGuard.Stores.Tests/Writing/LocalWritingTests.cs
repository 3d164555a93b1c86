using SecretGuard.Stores.Local.DotEnv;
using SecretGuard.Stores.Local.Files;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Tests.Writing;

/// <summary>What writing leaves on a disk.</summary>
public sealed class LocalWritingTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [InlineData("A=x\nB=y\n", "A=‹new›\nB=y\n")]
    [InlineData("A=x # why\r\nB=y\r\n", "A=‹new› # why\r\nB=y\r\n")]
    [InlineData("export A='x y'\nA: 'z'", "export A='x y'\nA: ‹new›")]
    [InlineData("A=\"x\ny\"\nB=1\n", "A=‹new›\nB=1\n")]
    [InlineData("B=1", "B=1\nA=‹new›\n")]
    [InlineData("B=1\r\n", "B=1\r\nA=‹new›\r\n")]
    [InlineData("A=\nB=1\n", "A=‹new›\nB=1\n")]
    [InlineData("A= # none yet\n", "A= # none yet\nA=‹new›\n")]
    [InlineData("A\nB=1\n", "A\nB=1\nA=‹new›\n")]
    [InlineData("", "A=‹new›\n")]
    public void Text_KeepsAllElse(string before, string after) => DotEnvWriter.With(before, "A", "n1").ShouldBe(after.Replace("‹new›", "n1", StringComparison.Ordinal));

    [Theory]
    [InlineData("plain-1_2./:+@=,")]
    [InlineData("with blanks # and ${signs}")]
    [InlineData("it's $HOME \\ \"q\"\r\n\ttwo lines\n")]
    [InlineData("\\n is no line end, \\\\ and \\$ neither")]
    [InlineData("„ü“ 漢")]
    [InlineData(" blanks ")]
    [InlineData("")]
    public void Value_ReadsBack(string value)
    {
        string text = DotEnvWriter.With("B=1\n", "A", value)!;
        DotEnvReader.Read(text, out IReadOnlyList<string> notices).Single(entry => entry.Name == "A").ValueIn(text).ShouldBe(value);
        notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task NewFile_IsItsOwnersAlone_AndAnOldOneKeepsItsMode()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("there are no modes");
            return;
        }

        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "new", ".env"), old = folder.Write("old/.env", "B=1\n");
        File.SetUnixFileMode(old, OwnerOnly | UnixFileMode.GroupRead);
        folder.Write("old/.env.secretguard-tmp", "a rest of one that was killed");
        foreach (string file in new[] { path, old })
        {
            using var store = new DotEnvStore(file);
            (await store.WriteAsync(new SecretQuery("A"), SecretValue.Of("x"), Standing.Absent, TestContext.Current.CancellationToken)).IsWritten.ShouldBeTrue();
            Directory.GetFiles(Path.GetDirectoryName(file)!).ShouldBe([file]);
        }

        (File.GetUnixFileMode(path), File.GetUnixFileMode(old)).ShouldBe((OwnerOnly, OwnerOnly | UnixFileMode.GroupRead));
        File.GetUnixFileMode(Path.GetDirectoryName(path)!).ShouldBe(OwnerOnly | UnixFileMode.UserExecute);
        using var files = new FilesStore(Path.Combine(folder.Path, "run"), isMadeWithItsFirstSecret: true);
        (await files.WriteAsync(new SecretQuery("a"), SecretValue.Of("x"), Standing.Absent, TestContext.Current.CancellationToken)).IsWritten.ShouldBeTrue();
        File.GetUnixFileMode(Path.Combine(folder.Path, "run", "a")).ShouldBe(OwnerOnly);
    }

    [Fact]
    public async Task FileThatIsNoUtf8_IsLeftAsItIs()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, ".env");
        byte[] bytes = [(byte)'B', (byte)'=', 0xE4, (byte)'\n'];
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        using var store = new DotEnvStore(path);
        WriteReply reply = await store.WriteAsync(new SecretQuery("A"), SecretValue.Of("x"), Standing.Absent, TestContext.Current.CancellationToken);
        reply.Problem.ShouldNotBeNull().Cause.ShouldContain("no UTF-8");
        (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)).ShouldBe(bytes);
    }

    [Fact]
    public async Task LinkStaysALink()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        using var folder = new TemporaryFolder();
        string real = folder.Write("real.env", "A=1\n"), link = Path.Combine(folder.Path, ".env");
        File.CreateSymbolicLink(link, real);
        using var store = new DotEnvStore(link);
        StandingReply now = await store.LookAsync(new SecretQuery("A"), TestContext.Current.CancellationToken);
        (await store.WriteAsync(new SecretQuery("A"), SecretValue.Of("2"), now.Standing!, TestContext.Current.CancellationToken)).IsWritten.ShouldBeTrue();
        (new FileInfo(link).LinkTarget, await File.ReadAllTextAsync(real, TestContext.Current.CancellationToken)).ShouldBe((real, "A=2\n"));
    }
}
