using SecretGuard.Cli.Rotating;

namespace SecretGuard.Cli.Tests.Rotating;

/// <summary>Which steps a document has.</summary>
public sealed class RunbookTests
{
    private const string Document = """
        # Keys
        1. Read this.

        ## Rotation
        Before all:
        1. Tell the team.
           They will ask why.

           ```sh
           # a comment, no heading
           1. no step
           ```
        2) Make a key
        not of the step
        - nor this

        ## Emergency of mail
        1. Revoke it.
            4. text of the step
        """;

    [Theory]
    [InlineData("mail", "Revoke it.|4. text of the step")]
    [InlineData("jwt", "Tell the team.|They will ask why.||```sh|# a comment, no heading|1. no step|```/Make a key")]
    public void Steps_AreThoseAboutTheSecret_OrAboutRotation(string secret, string steps) =>
        string.Join('/', Runbook.StepsOf(Document, secret).Select(step => string.Join('|', step.Split('\n').Select(line => line.Trim())))).ShouldBe(steps);

    [Fact]
    public void DocumentWithoutSuchHeadings_IsWholeOrHasNone()
    {
        Runbook.StepsOf("# Notes\n1. One\n2. Two\n", "x").ShouldBe(["One", "Two"]);
        Runbook.StepsOf("nothing\n2026. year\n", "x").ShouldBe(["year"], "a number is a number");
        Runbook.StepsOf("", "x").ShouldBeEmpty();
    }
}
