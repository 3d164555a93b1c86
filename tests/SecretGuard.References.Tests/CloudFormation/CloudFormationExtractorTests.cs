namespace SecretGuard.References.Tests.CloudFormation;

/// <summary>Templates of CloudFormation.</summary>
public sealed class CloudFormationExtractorTests
{
    [Fact]
    public void Template_MakesAndUsesSecrets() => Mentions.In("stack.yaml", """
        Resources:
          Db:
            Type: AWS::SecretsManager::Secret
            Properties:
              Name: !Sub '${Stage}/db'
          Other:
            Type: AWS::SecretsManager::Secret
          Task:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Secrets:
                    - Name: DB
                      ValueFrom: !Ref Db
                    - Name: PASS
                      ValueFrom: !Sub '${Other}:password:AWSPREVIOUS:'
                    - { Name: X, ValueFrom: !Ref Param }
                    - { Name: Y, ValueFrom: !Join ["", [a]] }
        """).ShouldBe(
        [
            "5:19 aws-secrets-manager */db as aws-secrets-manager */db",
            "14:31 aws-secrets-manager */db as environment DB",
            "16:34 aws-secrets-manager Other-*#password@AWSPREVIOUS as environment PASS",
        ]);

    [Fact]
    public void Json_IsReadToo() => Mentions.In("stack.template", """
        { "Resources": { "Db": { "Type": "AWS::SecretsManager::Secret", "Properties": { "Name": "db" } },
          "T": { "Type": "AWS::ECS::TaskDefinition", "Properties": { "ContainerDefinitions": [{ "Secrets": [{ "Name": "A", "ValueFrom": { "Ref": "Db" } }] }] } } } }
        """).ShouldBe(["1:90 aws-secrets-manager db as aws-secrets-manager db", "2:139 aws-secrets-manager db as environment A"]);
}
