using SecretGuard.Detection;

namespace SecretGuard.Core.Tests.Detection;

/// <summary>Under which paths a text is read in the same way.</summary>
public sealed class PathReadingTests
{
    [Theory]
    [InlineData("lib/a.js", "lib/a.js", true)]
    [InlineData("lib/a.js", "dist/lib/a.js", true)]
    [InlineData("lib/a.js", "lib/b.JS", true)]
    [InlineData("Dockerfile", "build/Dockerfile", true)]
    [InlineData("Dockerfile", "Makefile", false)]
    [InlineData("lib/a.js", "lib/a.ts", false)]
    [InlineData("lib/a.py", "lib/a.js", false)]
    [InlineData("lib/a.js", "tests/a.js", false)]
    [InlineData("lib/a.json", "locales/a.json", false)]
    [InlineData("etc/shadow", "shadow", false)]
    [InlineData("backup/shadow", "backup/notes", false)]
    [InlineData("web/.htpasswd", "web/old.htpasswd", false)]
    [InlineData("a.tfstate", "b.tfstate", false)]
    [InlineData("a.tfstate.1.backup", "a.1.backup", false)]
    [InlineData("etc/shadow", "etc/shadow", true)]
    public void PathsAreReadAlike_WhereEveryMatcherSeesTheSame(string path, string other, bool alike)
    {
        (PathReading.Of(path) == PathReading.Of(other)).ShouldBe(alike);
        (PathReading.Of(other) == PathReading.Of(path)).ShouldBe(alike);
    }
}
