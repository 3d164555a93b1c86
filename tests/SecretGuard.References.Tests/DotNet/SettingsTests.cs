namespace SecretGuard.References.Tests.DotNet;

/// <summary>Files of settings of .NET.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void FunctionBindings_NameTheirSettings() => Mentions.In("api/function.json", """
        { "bindings": [
          { "type": "queueTrigger", "queueName": "%ORDERS_QUEUE%", "connection": "OrdersStorage" },
          { "type": "sendGrid", "apiKey": "%MAIL_APIKEY%", "from": "5% of %x%" },
          { "type": "httpTrigger", "connection": "" }
        ], "connection": "other" }
        """).ShouldBe(["2:44 configuration config ORDERS_QUEUE", "2:75 configuration config OrdersStorage", "3:37 configuration config MAIL_APIKEY"]);

    [Theory]
    [InlineData("""{ "Db": { "Password": "" } }""", "1:12 configuration config Db:Password")]
    [InlineData("""{ "Db": { "Password": null, "User": "" } }""", "1:12 configuration config Db:Password")]
    [InlineData("{\n  // set in Key Vault\n  \"OpenAI:ApiKey\": \"<from key vault>\",\n}", "3:4 configuration config OpenAI:ApiKey")]
    [InlineData("""{ "ConnectionStrings": { "Db": "" }, "A": [{ "Token": "${TOKEN}" }] }""", "1:27 configuration config ConnectionStrings:Db", "1:58 environment TOKEN as configuration config A:0:Token")]
    [InlineData("""{ "ConnectionStrings": { "Db": "Host=${DB_HOST};Password=${DB_PASSWORD}" } }""", "1:60 environment DB_PASSWORD as configuration config ConnectionStrings:Db")]
    [InlineData("""{ "Db": { "Password": "${PW:-none}", "ApiKey": "${ssm:/shop/key}", "Secret": "$PASSWORD", "Host": "${DB_HOST}" } }""", "1:26 environment PW optional as configuration config Db:Password", "1:39 configuration config Db:ApiKey")]
    [InlineData("""{ "Secrets": { "Vault": "", "Items": [""] } }""")]
    [InlineData("""{ "A": { "ApiKey": "your-key-here" }, "B": { "ApiKey": "__API_KEY__" }, "C": { "ApiKey": "#{Key}#" }, "D": { "ApiKey": "***" } }""", "1:11 configuration config A:ApiKey", "1:47 configuration config B:ApiKey", "1:81 configuration config C:ApiKey", "1:111 configuration config D:ApiKey")]
    [InlineData("""{ "Rabbit": { "Password": "guest" }, "PasswordPolicy": { "Length": 8, "Alphabet": "" }, "Db": { "Password": { } } }""")]
    [InlineData("""{ "Logging": { "LogLevel": "" }, "AllowedHosts": "*", "TokenLifetime": "" }""")]
    [InlineData("""{ "é": "ü", "Db": { "Password": "" """, "1:22 configuration config Db:Password")]
    [InlineData("\uFEFF{ \"Password\": \"\" }", "1:5 configuration config Password")]
    [InlineData("[ ]")]
    [InlineData("")]
    public void KeyWithoutValue_IsToBeProvided(string text, params string[] mentions) => Mentions.In("src/appsettings.Production.json", text).ShouldBe(mentions);

    [Fact]
    public void BrokenFile_IsTold()
    {
        Extraction found = Mentions.Read("appsettings.json", "{\n  \"Password\": \"\",\n  oops\n}");
        found.Records.ShouldHaveSingleItem().Location.StartLine.ShouldBe(2);
        found.Unread.ShouldHaveSingleItem().Location.StartLine.ShouldBe(3);
    }

    [Theory]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "a": { "environmentVariables": { "DB__PASSWORD": "", "ASPNETCORE_ENVIRONMENT": "", "API_KEY": "<set me>" } } } }""", "1:51 environment DB__PASSWORD", "1:101 environment API_KEY")]
    [InlineData("local.settings.json", """{ "IsEncrypted": false, "Values": { "Mail:ApiKey": "", "AzureWebJobsStorage": "UseDevelopmentStorage=true" }, "ConnectionStrings": { "Db": "" } }""", "1:38 environment Mail:ApiKey", "1:135 configuration config ConnectionStrings:Db")]
    [InlineData("other.json", """{ "Values": { "ApiKey": "" } }""")]
    public void VariableWithoutValue_IsToBeProvided(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);

    [Theory]
    [InlineData("<Project>\n  <PropertyGroup>\n    <UserSecretsId>a-b</UserSecretsId>\n  </PropertyGroup>\n</Project>", "3:20 user-secrets source a-b optional")]
    [InlineData("<UserSecretsId Condition=\"'$(A)' == ''\">app-$(Name)</UserSecretsId>", "1:41 user-secrets source app-* optional")]
    [InlineData("<!-- <UserSecretsId>a</UserSecretsId> -->\n<UserSecretsId>b</UserSecretsId>", "2:16 user-secrets source b optional")]
    [InlineData("<UserSecretsId></UserSecretsId><UserSecretsId/><UserSecretsId>$(Id)</UserSecretsId>")]
    public void Project_NamesItsUserSecrets(string text, params string[] mentions) => Mentions.In("src/App.csproj", text).ShouldBe(mentions);

    [Fact]
    public void Project_IsTheConsumer() => Mentions.Read("src/App.csproj", "<UserSecretsId>a</UserSecretsId>").Records.ShouldHaveSingleItem().Consumer.ShouldBe("App");

    [Fact]
    public void AspireManifest_NamesItsParameters() => Mentions.In("aspire-manifest.json", """
        {
          "resources": {
            "pw": { "type": "parameter.v0", "value": "{pw.inputs.value}", "inputs": { "value": { "type": "string", "secret": true } } },
            "size": { "type": "parameter.v0", "value": "{size.inputs.value}", "inputs": { "value": { "type": "string" } } },
            "made": { "type": "parameter.v0", "value": "{made.inputs.value}", "inputs": { "value": { "secret": true, "default": { "generate": { "minLength": 22 } } } } },
            "db": { "type": "parameter.v0", "connectionString": "{db.value}", "value": "{db.inputs.value}", "inputs": { "value": { "type": "string", "secret": true } } },
            "api": {
              "type": "project.v0",
              "env": { "ConnectionStrings__db": "{db.connectionString}", "Mail__Password": "x;{pw.value}", "Size": "{size.value}", "A": "{api.bindings.http.url}" }
            }
          }
        }
        """).ShouldBe(
        [
            "3:6 configuration config Parameters:pw",
            "6:6 configuration config ConnectionStrings:db",
            "9:43 configuration config ConnectionStrings:db as environment ConnectionStrings__db",
            "9:88 configuration config Parameters:pw as environment Mail__Password",
        ]);
}
