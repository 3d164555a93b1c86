using System.Reflection;
using System.Text;
using SecretGuard.Rules;
using SecretGuard.Text;

namespace SecretGuard.Core.Tests.Text;

public sealed class WordSetTests
{
    private static readonly WordSet Words = new("alpha", "beta", "gamma 2", "пароль");

    public static TheoryData<string> Listed => [.. Fields().Select(set => NameOf(set))];

    [Theory]
    [MemberData(nameof(Listed))]
    public void Words_OfEverySet_AreLowerCaseInOrdinalOrderAndOnce(string name)
    {
        var set = (WordSet)Fields().Single(set => NameOf(set) == name).GetValue(null)!;

        set.Words.ShouldBe(set.Words.Select(word => word.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("alpha", true)]
    [InlineData("BETA", true)]
    [InlineData("gamma 2", true)]
    [InlineData("gamma", false)]
    [InlineData("", false)]
    [InlineData("zeta", false)]
    public void Contains_OfBytes_IgnoresCase(string text, bool contained) => Words.Contains(Encoding.UTF8.GetBytes(text)).ShouldBe(contained);

    [Theory]
    [InlineData("пароль", true)]
    [InlineData("пар", false)]
    [InlineData("beta", true)]
    public void Contains_OfAWord_KnowsAllLetters(string word, bool contained) => Words.Contains(word).ShouldBe(contained);

    [Theory]
    [InlineData("Gamma 2 and more", true)]
    [InlineData("alphabet", true)]
    [InlineData("alp", false)]
    [InlineData("", false)]
    public void BeginsAny_TakesTheTextForOneOfItsBeginnings(string text, bool begins) => Words.BeginsAny(Encoding.UTF8.GetBytes(text)).ShouldBe(begins);

    private static string NameOf(FieldInfo set) => $"{set.DeclaringType!.Name}.{set.Name}";

    private static IEnumerable<FieldInfo> Fields() =>
        typeof(Catalogue).Assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(candidate => candidate.FieldType == typeof(WordSet));
}
