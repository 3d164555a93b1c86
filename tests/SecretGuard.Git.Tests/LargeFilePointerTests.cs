using System.Text;

namespace SecretGuard.Git.Tests;

/// <summary>What Git LFS leaves in place of a file.</summary>
public sealed class LargeFilePointerTests
{
    private static readonly string Id = string.Concat(Enumerable.Repeat("0a1b", 16));

    [Fact]
    public void Pointer_IsRead()
    {
        LargeFilePointer pointer = Parse($"version https://git-lfs.github.com/spec/v1\noid sha256:{Id}\nsize 12345\n").ShouldNotBeNull();
        pointer.ShouldBe(new LargeFilePointer(Id, 12345));
        Parse($"version https://git-lfs.github.com/spec/v1\r\next-0-foo sha256:{Id}\r\noid sha256:{Id}\r\nsize 1\r\n").ShouldBe(new LargeFilePointer(Id, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("version 1\n")]
    [InlineData("version https://git-lfs.github.com/spec/v1\nsize 1\n")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:ABC\nsize 1\n")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:../../../../../../../../../../../../../../../../../../../../x\nsize 1\n")]
    [InlineData("# how a pointer looks\nversion https://git-lfs.github.com/spec/v1\n")]
    public void AnythingElse_IsAFile(string text) => Parse(text).ShouldBeNull();

    [Fact]
    public void PointerWithoutASize_IsAFile() => Parse($"version https://git-lfs.github.com/spec/v1\noid sha256:{Id}\nsize -1\n").ShouldBeNull();

    private static LargeFilePointer? Parse(string text) => LargeFilePointer.TryParse(Encoding.UTF8.GetBytes(text));
}
