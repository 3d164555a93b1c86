using SecretGuard.References.Joining;

namespace SecretGuard.References.Tests.Joining;

/// <summary>What names become on their way.</summary>
public sealed class NameTransformTests
{
    [Theory]
    [InlineData("none", "A__b", "A__b")]
    [InlineData("upper", "a-b", "A-B")]
    [InlineData("lower", "A_B", "a_b")]
    [InlineData("double-underscore-to-colon", "OPENAI__API_KEY", "OPENAI:API_KEY")]
    [InlineData("colon-to-double-underscore", "A:B:C", "A__B__C")]
    [InlineData("double-hyphen-to-colon", "Db--Users--0", "Db:Users:0")]
    [InlineData("colon-to-double-hyphen", "A:B", "A--B")]
    [InlineData("underscore-to-hyphen-lower", "GHCR_TOKEN.x", "ghcr-token-x")]
    [InlineData("hyphen-to-underscore-upper", "ghcr-token.x", "GHCR_TOKEN_X")]
    public void NamedTransform_MakesTheName(string transform, string name, string made) => NameTransform.Named(transform).Apply(name).ShouldBe(made);

    [Fact]
    public void EveryNamedTransform_HasARow() => typeof(NameTransformTests).GetMethod(nameof(NamedTransform_MakesTheName))!.GetCustomAttributesData()
        .Where(data => data.AttributeType == typeof(InlineDataAttribute)).Select(data => ((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)[0].Value)
        .ShouldBe(NameTransform.Names, ignoreOrder: true);

    [Fact]
    public void UnknownTransform_SaysWhichThereAre() =>
        Should.Throw<FormatException>(() => NameTransform.Named("dash")).Message.ShouldStartWith("'dash' is no transform of names; there are none, upper, lower, ");

    [Theory]
    [InlineData("env-", "a", "env-a")]
    [InlineData("", "a", "a")] // a choice, no default
    public void AddedPrefix_StandsBefore(string prefix, string name, string made) => NameTransform.AddPrefix(prefix).Apply(name).ShouldBe(made);

    [Theory]
    [InlineData("APP_", "APP_KEY", "KEY")]
    [InlineData("APP_", "KEY", null)]
    [InlineData("APP_", "APP_", null)]
    [InlineData("", "KEY", "KEY")]
    public void RemovedPrefix_SaysWhichNamesAreMeant(string prefix, string name, string? made) => NameTransform.RemovePrefix(prefix).Apply(name).ShouldBe(made);

    [Theory]
    [InlineData("^APP_(.*)$", "$1", "APP_KEY", "KEY")]
    [InlineData("(?<a>\\w)-(?<b>\\w)", "${b}-${a}", "x-y z", "y-x z")]
    [InlineData("q", "r", "a", "a")]
    public void Pattern_ReplacesEveryMatch(string pattern, string replacement, string name, string made) => NameTransform.Replace(pattern, replacement).Apply(name).ShouldBe(made);

    [Theory]
    [InlineData("(", "'(' is no regular expression: it breaks at character 2")]
    [InlineData("(?<!a)b", "'(?<!a)b' looks around, looks back or is atomic, which takes no bounded time; say the same without")]
    public void BrokenPattern_SaysWhatIsWrong(string pattern, string message) => Should.Throw<FormatException>(() => NameTransform.Replace(pattern, "")).Message.ShouldBe(message);

    [Fact]
    public void Chain_GoesOneAfterTheOther()
    {
        NameTransform chain = NameTransform.RemovePrefix("APP_").Then(NameTransform.None).Then(NameTransform.Named("underscore-to-hyphen-lower")).Then(NameTransform.AddPrefix("shop-"));
        chain.Apply("APP_DB_KEY").ShouldBe("shop-db-key");
        chain.Apply("DB_KEY").ShouldBeNull();
        chain.Description.ShouldBe("remove 'APP_', underscore-to-hyphen-lower, add 'shop-'");
    }

    [Fact]
    public void LossyTransform_HasCollisions()
    {
        NameCollision collision = NameCollision.Find(["GHCR_TOKEN", "GHCR.TOKEN", "ghcr-token", "GHCR_TOKEN", "OTHER"], NameTransform.Named("underscore-to-hyphen-lower")).ShouldHaveSingleItem();
        collision.Name.ShouldBe("ghcr-token");
        collision.Sources.ShouldBe(["GHCR.TOKEN", "GHCR_TOKEN", "ghcr-token"]);
    }

    [Fact]
    public void Collisions_DependOnWhoReads()
    {
        string[] names = ["Db:Key", "DB:KEY"];
        NameTransform hyphens = NameTransform.Named("colon-to-double-hyphen");
        NameCollision.Find(names, hyphens).ShouldBeEmpty();
        NameCollision.Find(names, hyphens, made: StringComparer.OrdinalIgnoreCase).ShouldHaveSingleItem().Sources.ShouldBe(["DB:KEY", "Db:Key"]);
        NameCollision.Find(names, hyphens, made: StringComparer.OrdinalIgnoreCase, given: StringComparer.OrdinalIgnoreCase).ShouldBeEmpty(); // one key, written twice
    }
}
