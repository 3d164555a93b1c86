namespace SecretGuard.References.Tests.Compose;

/// <summary>Files of Compose.</summary>
public sealed class ComposeExtractorTests
{
    [Fact]
    public void File_NamesItsSecretsAndVariables() => Mentions.In("docker-compose.yml", """
        secrets:
          db: { file: ./secrets/db.txt }
          mail:
            environment: MAIL_PASSWORD
          swarm:
            external: true
            name: prod_${STAGE}_key
          plain: { external: true }
        services:
          api:
            image: app:${TAG:-latest}
            build:
              secrets: [npm, { source: pip, target: pip_conf }]
            secrets:
              - db
              - source: mail
                target: /etc/mail
            env_file:
              - .env
              - path: local.env
                required: false
            environment:
              DB_PASSWORD: ${DB_PASSWORD:?set it}
              API: "https://u:${API_TOKEN:-${OTHER_TOKEN}}@h"
              FROM_HOST:
              EMPTY: ""
              PASSWORD_FILE: /run/secrets/db
              LITERAL: $$NOT
          worker:
            image: x
            env_file: ".env.${STAGE}"
            environment:
              - QUEUE_KEY=${QUEUE_KEY}
              - PASSED
              - FIXED=1
            command: run --to $TARGET ${1} $
        """).ShouldBe(
        [
            "2:15 files [./secrets] db.txt as compose db",
            "4:18 environment MAIL_PASSWORD as compose mail",
            "7:11 docker prod_*_key as compose swarm",
            "7:18 environment STAGE",
            "8:3 docker plain as compose plain",
            "11:18 environment TAG optional",
            "13:17 compose npm as docker-build npm",
            "13:32 compose pip as docker-build pip_conf",
            "15:9 compose db as files [/run/secrets] db",
            "16:17 compose mail as files [/etc] mail",
            "19:9 dotenv source .env as environment *",
            "20:15 dotenv source local.env optional as environment *",
            "23:22 environment DB_PASSWORD as environment DB_PASSWORD",
            "24:25 environment API_TOKEN optional as environment API",
            "24:38 environment OTHER_TOKEN as environment API",
            "25:7 environment FROM_HOST as environment FROM_HOST",
            "27:35 files [/run/secrets] db as environment PASSWORD_FILE",
            "31:15 dotenv source .env.* as environment *",
            "31:23 environment STAGE",
            "33:21 environment QUEUE_KEY as environment QUEUE_KEY",
            "34:9 environment PASSED as environment PASSED",
            "36:24 environment TARGET",
        ]);

    [Theory]
    [InlineData("a.yaml", "services:\n  a: { image: x, environment: { A: $B } }", "2:37 environment B as environment A")]
    [InlineData("a.yaml", "services: [a]\nimage: x\nenvironment: { A: $B }")] // of GitLab
    [InlineData("a.yaml", "apiVersion: v1\nkind: X\nservices: { a: { image: $B } }")]
    [InlineData("compose.override.yaml", "secrets:\n  a: { file: /x }", "2:14 files [] x as compose a")]
    [InlineData("compose.yaml", "x-env: &env { A: $B }\nservices:\n  a: { image: x, environment: *env }\n  b: { image: x, environment: *env }", "1:19 environment B as environment A", "1:19 environment B as environment A")]
    [InlineData("compose.yaml", "services:\n  a:\n    command: >\n      run\n      $ONE and $ONE\n", "5:8 environment ONE", "5:17 environment ONE")]
    [InlineData("compose.yaml", "services:\n  a:\n    command: |\n      run\n      $ONE and \"$ONE\"\n", "5:8 environment ONE", "5:18 environment ONE")]
    [InlineData("compose.yaml", "services: { a: { image: '${', command: '$$$$', user: '${A' } }")]
    public void Text_NamesWhatItIsFilledWith(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);

    [Fact]
    public void Fence_IsReadByItsPathOrContent() =>
        Mentions.In("a.md", "```yaml\n# compose.yaml\nsecrets: { a: { file: ./b } }\n```\n```yaml\nservices: { a: { build: ., secrets: [s] } }\n```\n")
            .ShouldBe(["3:23 files [.] b as compose a", "6:38 compose s as files [/run/secrets] s"]);

    [Fact]
    public void Variable_IsSecretByItsName()
    {
        Extraction found = Mentions.Read("compose.yaml", "services: { a: { image: $TAG, environment: { DB_PASSWORD: $X, LEVEL: $Y } } }");
        found.Records.Where(record => record.Reference.IsSecret).Select(record => record.Reference.Name).ShouldBe(["X"]);
    }
}
