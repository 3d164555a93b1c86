using System.Text;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Core.Tests.Rules.Checksums;

public sealed class JsonKeysTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("{\"a\":1,\"b\" : \"x\"}", "a b")]
    [InlineData("{\"a\":{\"inner\":1},\"b\":[\"x\",{\"y\":2}]}", "a b")]
    [InlineData("{\"a\":\"}\\\"{\",\"b\":null}", "a b")]
    public void Read_OfAnObject_GivesTheNamesAtTheTop(string json, string names) => string.Join(' ', Read(json)!).ShouldBe(names);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":1}}")]
    [InlineData("{}{}")]
    [InlineData("{\"a}")]
    [InlineData("{\"a\u0001\":1}")]
    [InlineData("{\u0080}")]
    public void Read_OfAnythingElse_GivesNull(string json) => Read(json).ShouldBeNull();

    private static IReadOnlyList<string>? Read(string json) => JsonKeys.Read(Encoding.UTF8.GetBytes(json));
}
