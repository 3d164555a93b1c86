using SecretGuard.References.Linting;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Tests.Linting;

/// <summary>Scripts within other files reach the lints, each once and at its place.</summary>
public sealed class ScriptPartsTests
{
    [Theory]
    [InlineData("Dockerfile", "FROM a\nRUN --mount=type=cache,target=/c \\\n  # why\n  vault kv get secret/x\nRUN <<E\nvault kv get secret/y\nE\n", "4:12 script", "6:10 script")]
    [InlineData(".gitlab-ci.yml", "a:\n  script:\n    - P=$(vault kv get secret/x)\n\n    - 'echo $P'\n    - |\n      ls\n      vault kv get secret/y\n", "5:13 pipeline", "8:16 pipeline")]
    [InlineData(".gitlab-ci.yml", "a:\n  script: [ls, vault kv get secret/x]\n", "2:25 pipeline")]
    [InlineData(".gitlab-ci.yml", "before_script: [vault kv get secret/x]\na: { script: \"vault \\\n  kv get secret/y\" }\n", "1:26 pipeline", "2:14 pipeline")]
    [InlineData(".gitlab/ci/build.yml", "a:\n  script: vault kv get secret/x\n", "2:20 pipeline")]
    [InlineData("azure-pipelines.yml", "steps:\n- script: vault kv get secret/x\n- pwsh: |\n    vault kv get secret/y\n- task: PowerShell@2\n  inputs:\n    targetType: inline\n    script: az keyvault secret show `\n      --name x --query id\n", "2:20 pipeline", "4:14 pipeline")]
    [InlineData(".github/workflows/a.yml", "jobs:\n  a:\n    steps:\n    - run: |\n        vault kv get secret/x\n", "5:18 pipeline")]
    [InlineData("action.yml", "runs:\n  using: composite\n  steps:\n  - run: vault kv get secret/x\n    shell: bash\n  - uses: actions/github-script@v7\n    with: { script: vault kv get secret/x }\n", "4:19 pipeline")]
    [InlineData("a.md", "```yaml\njobs:\n  a:\n    runs-on: x\n    steps:\n    - run: vault kv get secret/x\n```\n", "6:21 pipeline")]
    [InlineData(".circleci/config.yml", "jobs:\n  a:\n    steps:\n    - run: vault kv get secret/x\n    - run:\n        name: vault kv get secret/z\n        command: |\n          ls << parameters.folder >>\n          vault kv get secret/y\n", "4:21 pipeline", "9:20 pipeline")]
    [InlineData("bitbucket-pipelines.yml", "pipelines:\n  default:\n  - step:\n      script:\n      - ls\n      - vault kv get secret/x\n      - pipe: a/b:1\n      after-script: [vault kv get secret/y]\n", "6:18 pipeline", "8:31 pipeline")]
    [InlineData("ci/buildspec.yml", "phases:\n  build:\n    commands:\n    - P=$(vault kv get secret/y)\n    - echo $P\n", "5:12 pipeline")]
    [InlineData("Jenkinsfile", "// sh 'vault kv get secret/z'\nnode {\n  sh 'vault kv get secret/x; echo $DB_PSW'\n  sh \"\"\"\n    ls\n    vault kv get secret/y\n  \"\"\"\n  echo 'vault kv get secret/z'\n  sh(label: 'vault kv get secret/z', script: 'ls')\n  def a = sh(script: 'vault kv get secret/z', returnStdout: true)\n  def b = sh(returnStdout: true, script: 'vault kv get secret/z')\n}\n", "3:16 pipeline", "3:35 pipeline", "6:14 pipeline")]
    [InlineData("Jenkinsfile", "/* a *//* b\n  sh 'vault kv get secret/z' */\nnode { sh 'vault kv get secret/x' }\n", "3:21 pipeline")]
    [InlineData("Makefile", "a:\n\t@vault kv get secret/x\n", "2:12 script")]
    public void Script_IsLookedAtOnce(string path, string text, params string[] places)
    {
        var wrong = new LintFindings();
        ExtractorCatalogue.Read(new SourceText(path, text), new Extraction([], wrong));
        wrong.Complaints.Select(complaint => $"{complaint.Location.StartLine}:{complaint.Location.StartColumn} {complaint.Rule.Slug.Split('-')[0]}").ShouldBe(places);
    }
}
