namespace SecretGuard.References.Tests.EnvironmentFiles;

/// <summary>Templates of files of variables.</summary>
public sealed class EnvironmentTemplateExtractorTests
{
    [Theory]
    [InlineData("app/.env.example", "API_KEY=\nLOG_LEVEL=info\n", "1:1 dotenv [app/.env] API_KEY as environment API_KEY")]
    [InlineData(".env.local.template", "  export DB_HOST= # where\nDB_PASSWORD=\"postgres\"", "1:10 dotenv [.env.local] DB_HOST as environment DB_HOST", "2:1 dotenv [.env.local] DB_PASSWORD as environment DB_PASSWORD")]
    [InlineData("env.sample", "A=<your a>\r\nB='x'\r\nC=''", "1:1 dotenv [.env] A as environment A", "3:1 dotenv [.env] C as environment C")]
    [InlineData("example.env", "# API_TOKEN=\n# note=this\n# LEVEL=x\n#see: b = c", "1:3 dotenv [.env] API_TOKEN optional as environment API_TOKEN")]
    [InlineData(".env.tpl", "ConnectionStrings__Db=x\nSecrets__Level=x", "1:1 dotenv [.env] ConnectionStrings__Db as environment ConnectionStrings__Db")]
    [InlineData(".env.dist", "API_KEY", new string[0])]
    [InlineData(".env", "API_KEY=", new string[0])]
    [InlineData("src/example.cs", "API_KEY=", new string[0])]
    public void Template_SaysWhatToProvide(string path, string text, params string[] mentions) => Mentions.In(path, text).ShouldBe(mentions);
}
