using System.Diagnostics;

namespace SecretGuard.DetectSecrets.Tests;

/// <summary>No text makes the detectors work longer than in proportion to its length.</summary>
public sealed class LinearTimeTests
{
    private const int Repeats = 60_000;

    [Theory]
    [InlineData("a.py", "`a")]
    [InlineData("a.py", "'a")]
    [InlineData("a.py", "secret")]
    [InlineData("a.py", "secret '")]
    [InlineData("a.py", "= ")]
    [InlineData("a.py", "://a:")]
    [InlineData("a.py", "aws key \"")]
    [InlineData("a.py", "eyJa.")]
    [InlineData("a.py", "1.")]
    [InlineData("a.py", "-----BEGIN RSA PRIVATE KEY-----\n")]
    [InlineData("a.py", "//:_authToken=")]
    [InlineData("a.env", "a=\"\n")]
    [InlineData("a.yaml", "[")]
    [InlineData("a.yaml", "{a: ")]
    [InlineData("a.yaml", "- ")]
    [InlineData("a.yaml", "a: b\n")]
    [InlineData("a.ini", "[a]\na = 1\n")]
    public void Text_IsLookedAtInTime(string path, string piece)
    {
        var workspace = new FakeWorkspace().Add(path, string.Concat(Enumerable.Repeat(piece, Repeats)));
        long start = Stopwatch.GetTimestamp();
        Session.Hook(workspace, "--disable-plugin", "SecretGuard", path);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);

        // What took quadratic time would take minutes.
        elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
