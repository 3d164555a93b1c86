using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Core.Tests.Detection;

public sealed class DiversityTests
{
    private const string Drawn = "q8ZrT2mKx7VbNc4LwPj9";

    [Fact]
    public void Word_OfFourLetters_MakesAShortValueAStub() => IsStub(Drawn + "your").ShouldBeTrue();

    [Fact]
    public void Word_OfFourLetters_MayStandInALongValueByChance() => IsStub(Drawn + "your" + Drawn + Drawn).ShouldBeFalse();

    [Fact]
    public void Word_ThatIsLonger_MakesEveryValueAStub() => IsStub(Drawn + "example" + Drawn + Drawn).ShouldBeTrue();

    private static bool IsStub(string body) => Diversity.IsStub(Encoding.ASCII.GetBytes(body));
}
