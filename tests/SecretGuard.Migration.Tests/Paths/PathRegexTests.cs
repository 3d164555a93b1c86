using System.Text.RegularExpressions;
using SecretGuard.Triage;

namespace SecretGuard.Migration.Tests.Paths;

/// <summary>Regular expressions of paths become globs that match the same paths, or nothing at all.</summary>
public sealed class PathRegexTests
{
    private static readonly string[] Paths =
    [
        "a.png", "b/a.png", "b/c/a.png.txt", "vendor/x.env", "src/vendor/x.env", "vendored/x.env", "package-lock.json", "web/package-lock.json", "web/package-lockXjson",
        "test/a.cs", "src/test/a.cs", "src/mytest/a.cs", "src/a_test.go", "src/deep/er/a_test.go", "docs/a.md", "docs/b/c/a.md", "docs/a.txt", "README.md", "src/README.md", "READMExmd",
        "node_modules/p/i.js", "app/node_modules/p/i.js", "Test/A.PNG", "x/testdata/y", "go.sum", "app/go.sum", "src/a.min.js", "src/app.js", "tests/fixtures/k.pem", "a+b/c.txt", "a[1].txt",
    ];

    [Theory]
    [InlineData(@"\.png$", "*.png")]
    [InlineData(@"^vendor/", "/vendor/**")]
    [InlineData(@"vendor/", "**/*vendor/**")]
    [InlineData(@"(^|/)vendor/", "**/vendor/**")]
    [InlineData(@"package-lock\.json", "*package-lock.json*")]
    [InlineData(@"^package-lock.json$", "/package-lock?json")]
    [InlineData(@"(.*?)(png|sum)$", "*png", "*sum")]
    [InlineData(@"^src/.*_test\.go$", "/src/**/*_test.go")]
    [InlineData(@".*_test\.go", "*_test.go*")]
    [InlineData(@"^docs/.*\.md$", "/docs/**/*.md")]
    [InlineData(@"^docs/[^/]+\.md$", "/docs/?*.md")]
    [InlineData(@"^(README|docs/a)\.md$", "/README.md", "/docs/a.md")]
    [InlineData(@"(?:^|/)node_modules/", "**/node_modules/**")]
    [InlineData(@"(?i)\.png$", "*.[pP][nN][gG]")]
    [InlineData(@"go\.(mod|sum|work(\.sum)?)$", "*go.mod", "*go.sum", "*go.work.sum", "*go.work")]
    [InlineData(@"^tests?/", "/tests/**", "/test/**")]
    [InlineData(@"^a\+b\/", "/a+b/**")]
    [InlineData(@"a\[1\]", "*a\\[1\\]*")]
    [InlineData(@"^test|\.sum$", "/test*", "*.sum")]
    [InlineData(@"^web/.*$", "/web/**")]
    [InlineData(@"a[._]test", "*a[._]test*")]
    [InlineData("(?x)^(\n  docs/.*|\n  go.sum\n)$", "/docs/**", "/go?sum")]
    public void Pattern_MatchesTheSamePaths(string regex, params string[] globs)
    {
        PathRegex.ToGlobs(regex).ShouldBe(globs);
        var list = new GlobList([.. globs.Select(Glob.Parse)]);
        Paths.Where(list.IsMatch).ShouldBe(Paths.Where(path => Regex.IsMatch(path, regex, RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Theory]
    [InlineData(@".*")]
    [InlineData(@"^")]
    [InlineData(@"")]
    [InlineData(@"docs(?!x)")]
    [InlineData(@"[a-z]+/x")]
    [InlineData(@"[^.]+\.md")]
    [InlineData(@"\d+\.txt$")]
    [InlineData(@"a{2}")]
    [InlineData(@"a(b")]
    [InlineData(@"a)b")]
    [InlineData(@"[a")]
    [InlineData(@"\")]
    [InlineData(@"x$y")]
    [InlineData(@"\bx")]
    [InlineData(@"(a|b|c|d)(a|b|c|d)(a|b|c|d)(a|b|c|d)")]
    public void WhatNoGlobSays_IsRefused(string regex) => PathRegex.ToGlobs(regex).ShouldBeNull();
}
