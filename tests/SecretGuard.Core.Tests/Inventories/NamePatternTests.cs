using SecretGuard.Inventories;

namespace SecretGuard.Core.Tests.Inventories;

/// <summary>How names in a store must look.</summary>
public sealed class NamePatternTests
{
    private static readonly string[] Categories = ["database", "mail"];

    [Theory]
    [InlineData("qualisys/{category}/{name}", "qualisys/database/main")]
    [InlineData("{name}", "anything-at-all")]
    [InlineData("{env}-{name}", "prod-db")]
    [InlineData("kv/{env}/{category}.{name}", "kv/prod/mail.key")]
    [InlineData("plain", "plain")]
    public void Name_OfThePattern_IsFine(string pattern, string name) => NamePattern.Problem(pattern, name, "prod", Categories).ShouldBeNull();

    [Theory]
    [InlineData("qualisys/{category}/{name}", "qualisys/databse/main", "'databse' in 'qualisys/databse/main' is no category; did you mean 'database'?; there are database, mail")]
    [InlineData("qualisys/{category}/{name}", "other/database/main", "'other/database/main' is not of the form qualisys/{category}/{name}")]
    [InlineData("qualisys/{category}/{name}", "qualisys/database/main/deep", "'qualisys/database/main/deep' is not of the form qualisys/{category}/{name}")]
    [InlineData("qualisys/{category}/{name}", "qualisys/database/", "'qualisys/database/' is not of the form qualisys/{category}/{name}")]
    [InlineData("{env}/{name}", "dev/db", "'dev' in 'dev/db' is to be the environment, 'prod'")]
    [InlineData("{name", "x", "'x' is not of the form {name")]
    [InlineData("plain", "", "'' is not of the form plain")]
    public void Name_OfAnother_IsExplained(string pattern, string name, string expected) => NamePattern.Problem(pattern, name, "prod", Categories).ShouldBe(expected);

    [Fact]
    public void NoEnvironmentAndNoCategories_AreAnyWords() => NamePattern.Problem("{env}/{category}", "a/b", "", []).ShouldBeNull();
}
