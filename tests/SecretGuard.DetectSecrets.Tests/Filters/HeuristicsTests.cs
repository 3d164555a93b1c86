using SecretGuard.DetectSecrets.Filters;

namespace SecretGuard.DetectSecrets.Tests.Filters;

/// <summary>What is no secret by its looks.</summary>
public sealed class HeuristicsTests
{
    [Theory]
    [InlineData("ABCDEFGH", true)]
    [InlineData("stuvwxyzab", true)]
    [InlineData("89abcdef01", true)]
    [InlineData("acegik", false)]
    public void Sequence(string secret, bool doubted) => Heuristics.IsSequential(secret).ShouldBe(doubted);

    [Theory]
    [InlineData("x00000000-1111-2222-3333-444444444444", true)]
    [InlineData("-0000000-00000000-1111-2222-3333-44444444444f", true)]
    [InlineData("00000000-1111-2222-3333-44444444444", false)]
    public void Uuid(string secret, bool doubted) => Heuristics.HasUuid(secret).ShouldBe(doubted);

    [Theory]
    [InlineData("user_id = 'X9'", true)]
    [InlineData("ids: X9", true)]
    [InlineData("userid=X9", true)]
    [InlineData("idea = X9", false)]
    [InlineData("hidden = X9", false)]
    [InlineData("X9 user_id=", false)]
    public void LikelyId(string line, bool doubted) => Heuristics.IsLikelyId("X9", line).ShouldBe(doubted);

    [Theory]
    [InlineData("secret = get_secret('x')", true)]
    [InlineData("secret: settings[\"x\"]", true)]
    [InlineData("a := f.g(x)", true)]
    [InlineData("if secret == load(x):", true)]
    [InlineData("secret = \"abc\"", false)]
    [InlineData("secret = f(x", false)]
    [InlineData("f(x)", false)]
    public void IndirectReference(string line, bool doubted) => Heuristics.IsIndirectReference(line).ShouldBe(doubted);

    [Fact]
    public void IndirectReference_InALongLine_IsNotLookedFor() => Heuristics.IsIndirectReference($"a = f({new string('x', 1000)})").ShouldBeFalse();

    [Theory]
    [InlineData("{x}", true)]
    [InlineData("<x>", true)]
    [InlineData("${x}", true)]
    [InlineData("x", true)]
    [InlineData("", true)]
    [InlineData("{x", false)]
    public void Template(string secret, bool doubted) => Heuristics.IsTemplated(secret).ShouldBe(doubted);

    [Theory]
    [InlineData("a/packages.lock.json", true)]
    [InlineData("lock.json", false)]
    public void LockFile(string path, bool left) => Heuristics.IsLockFile(path).ShouldBe(left);
}
