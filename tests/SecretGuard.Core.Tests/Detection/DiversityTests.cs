using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Core.Tests.Detection;

public sealed class DiversityTests
{
    [Theory]
    [InlineData("6R7IqcZnQFo6y5142W", "mocK", "xYcqz6PCT2lL")] // four letters inside a random run are chance
    [InlineData("6R7IqcZnQFo6y5142W", "q9Tz", "xYcqz6PCT2lL")]
    public void RandomBody_IsNoStub(string before, string word, string after) => IsStub(before + word + after).ShouldBeFalse();

    [Theory]
    [InlineData("", "your", "6R7IqcZnQFo6y5142W")]
    [InlineData("6R7IqcZnQFo6y5142W", "fake", "")]
    [InlineData("6R7IqcZnQFo6_", "mock", "x5142WqPz")]
    [InlineData("6R7IqcZnQFo6", "EXAMPLE", "x5142WqPz")]
    [InlineData("6R7Iqc", "0000000", "ZnQFo6Pz")]
    public void BodyWithAPlaceholder_IsAStub(string before, string word, string after) => IsStub(before + word + after).ShouldBeTrue();

    private static bool IsStub(string body) => Diversity.IsStub(Encoding.ASCII.GetBytes(body));
}
