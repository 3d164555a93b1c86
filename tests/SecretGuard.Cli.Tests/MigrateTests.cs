using System.Security.Cryptography;
using System.Text;

namespace SecretGuard.Cli.Tests;

/// <summary>Changing a repository over: shown first, written as a whole, and as quiet afterwards as it was before.</summary>
public sealed class MigrateTests
{
    private const string Hooks = """
        # our hooks
        repos:
          - repo: https://github.com/pre-commit/pre-commit-hooks
            rev: v4.5.0
            hooks:
              - id: trailing-whitespace

          # secrets
          - repo: https://github.com/Yelp/detect-secrets
            rev: v1.5.0  # pinned
            hooks:
              - id: detect-secrets
                args:
                  - --baseline
                  - .secrets.baseline
                stages: [pre-commit]
                exclude: ^fixtures/
          - repo: https://github.com/gitleaks/gitleaks
            rev: v8.18.0
            hooks:
              - id: gitleaks

          - repo: local
            hooks:
              - id: lint
                name: lint # first
                entry: make lint
                language: system

        """;

    [Fact]
    public void ARepositoryOfSeveralTools_IsShown_ThenWritten_ThenQuiet()
    {
        using Sandbox box = Posix();
        Plant(box);
        Sandbox.Outcome shown = box.Run("migrate");
        shown.Scrubbed().ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff());
        box.Output("status", "--short").ShouldBeEmpty("nothing is written before somebody says so");
        Sandbox.Outcome written = box.Run("migrate", "--write", "--remove-old");
        written.ExitCode.ShouldBe(0, written.Error);
        box.Output("status", "--short").Split('\n').Select(line => line.Trim()).ShouldBe(
            ["D .gitleaksignore", "M .husky/pre-commit", "M .pre-commit-config.yaml", "D .secrets.baseline", "?? .config/", "?? secretguard.baseline", "?? secretguard.yml"], ignoreOrder: true);
        box.Run("scan").ExitCode.ShouldBe(0);
        box.Shell($"test -x '{box.Root}/.husky/pre-commit'");
        box.Run("migrate", "--write").Output.ShouldContain("nothing is to be written\n");
        string[] texts = [shown.Output, written.Output, box.Read("secretguard.yml"), box.Read("secretguard.baseline")];
        texts.ShouldAllBe(text => !box.Planted.Exists(secret => text.Contains(secret.Substring(secret.Length / 2), StringComparison.Ordinal)));
    }

    [Fact]
    public void KeepBaseline_ChangesTheProgramOfTheHookOnly()
    {
        using Sandbox box = Posix();
        Plant(box);
        box.Run("migrate", "--keep-baseline", "--write", "--hook-repo", "https://example.org/your/secretguard", "--hook-rev", "v1").ExitCode.ShouldBe(0);
        box.Read(".pre-commit-config.yaml").ShouldBe(Hooks
            .Replace("https://github.com/Yelp/detect-secrets\n    rev: v1.5.0  # pinned", "https://example.org/your/secretguard\n    rev: v1  # pinned", StringComparison.Ordinal)
            .Replace("https://github.com/gitleaks/gitleaks\n    rev: v8.18.0\n    hooks:\n      - id: gitleaks", "https://example.org/your/secretguard\n    rev: v1\n    hooks:\n      - id: secretguard", StringComparison.Ordinal));
        File.Exists(Path.Combine(box.Root, ".secrets.baseline")).ShouldBeTrue();
        box.Run("detect-secrets-hook", "--baseline", ".secrets.baseline", "app.env").ExitCode.ShouldNotBe(2);
    }

    [Theory]
    [InlineData("repos:\n- repo: https://github.com/gitleaks/gitleaks\n  rev: v1\n  hooks: [{id: gitleaks}]\n", ".pre-commit-config.yaml:4: a hook in a form that is left alone (gitleaks)")]
    [InlineData("repos:\n- repo: &x https://github.com/gitleaks/gitleaks\n  rev: v1\n  hooks:\n  - id: gitleaks\n", ".pre-commit-config.yaml:2: a hook in a form that is left alone (gitleaks)")]
    public void AForm_ThatLinesCannotChange_IsLeftAloneAndTold(string text, string told)
    {
        using var box = new Sandbox();
        box.Write(".pre-commit-config.yaml", text);
        Sandbox.Outcome outcome = box.Run("migrate", "--write");
        outcome.Output.ShouldContain("by hand  " + told);
        box.Read(".pre-commit-config.yaml").ShouldBe(text);
        Directory.Exists(Path.Combine(box.Root, ".config")).ShouldBeFalse("there is nothing to keep apart");
    }

    [Fact]
    public void ALocalHook_AmongOthers_ChangesItsOwnLines()
    {
        using var box = new Sandbox();
        box.Write(".pre-commit-config.yaml", "repos:\n- repo: local\n  hooks:\n  - id: th\n    name: TruffleHog\n    entry: bash -c 'trufflehog git file://. --fail'\n    language: system\n    stages: [pre-push]\n  - id: lint\n    name: lint\n    entry: x\n    language: system\n");
        box.Run("migrate", "--write").ExitCode.ShouldBe(0);
        box.Read(".pre-commit-config.yaml").ShouldBe("repos:\n- repo: local\n  hooks:\n  - id: secretguard\n    language: system\n    entry: secretguard hook --no-color\n    require_serial: true\n    name: TruffleHog\n    stages: [pre-push]\n  - id: lint\n    name: lint\n    entry: x\n    language: system\n");
    }

    [Fact]
    public void NothingOfOthers_IsSaid()
    {
        using var box = new Sandbox();
        box.Write("a.txt", "x\n");
        Sandbox.Outcome outcome = box.Run("migrate", "--write");
        (outcome.ExitCode, outcome.Output).ShouldBe((0, "nothing of detect-secrets, gitleaks, trufflehog, kingfisher was found here; 'secretguard init' sets a repository up\n"));
        box.Run("migrate", "--hook-repo", "x").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void AHalfWrittenBaseline_StopsBeforeAnythingIsWritten()
    {
        using var box = new Sandbox();
        box.Write(".secrets.baseline", "{\"version\":\"1.5.0\",\"plugins_used\":[],\n\"results\":{").Write(".pre-commit-config.yaml", Hooks);
        Sandbox.Outcome outcome = box.Run("migrate", "--write");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("'.secrets.baseline': Unable to read baseline. (no JSON at line 2)");
        box.Read(".pre-commit-config.yaml").ShouldBe(Hooks);
    }

    [Fact]
    public void AReport_AcceptsNothing_AndIsTold()
    {
        using var box = new Sandbox();
        box.Write("a.env", $"A_TOKEN={box.Secret()}\n").Write("gitleaks-report.json", """[{"RuleID":"r","File":"a.env","StartLine":1}]""");
        Sandbox.Outcome outcome = box.Run("migrate", "--write");
        outcome.Output.ShouldContain("by hand  gitleaks-report.json: a report of gitleaks\n         A report accepts nothing. To accept what it lists: secretguard import gitleaks gitleaks-report.json\n");
        box.Run("scan").ExitCode.ShouldBe(1);
    }

    internal static Sandbox Posix()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "scripts of a POSIX shell");
        return new Sandbox();
    }

    internal static void Plant(Sandbox box)
    {
        string audited = box.Secret("stripe-secret-key"), ignored = box.Secret(), fixture = box.Secret();
        string hash = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(audited)));
        box.Write("app.env", $"STRIPE='{audited}'\nTOKEN_A='{ignored}'\nTOKEN_B='{box.Secret()}' # gitleaks:allow\n").Write("fixtures/a.env", $"TOKEN_C={fixture}\n");
        box.Write(".secrets.baseline", $$$"""
            {"version":"1.5.0","plugins_used":[{"name":"StripeDetector"}],"filters_used":[{"path":"detect_secrets.filters.regex.should_exclude_secret","pattern":["{{{fixture}}}"]}],
             "results":{"app.env":[{"type":"Stripe Access Key","filename":"app.env","hashed_secret":"{{{hash}}}","is_verified":false,"line_number":7,"is_secret":false}]}}
            """);
        box.Write(".gitleaksignore", "# ticket 12\napp.env:github-pat:2\n").Write(".pre-commit-config.yaml", Hooks);
        box.Write(".husky/pre-commit", "#!/bin/sh\nnpm test\ngitleaks protect --staged\ntrufflehog git file://. --fail || exit 1\n");
        box.Write(".github/workflows/scan.yml", $"jobs:\n  scan:\n    steps:\n    - name: gitleaks\n      uses: gitleaks/gitleaks-action@v2\n");
        box.Shell($"chmod +x '{box.Root}/.husky/pre-commit'");
        box.Commit();
    }
}
