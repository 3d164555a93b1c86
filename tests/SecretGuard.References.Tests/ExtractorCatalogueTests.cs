using System.Text.RegularExpressions;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Tests;

/// <summary>What holds for every extractor.</summary>
public sealed class ExtractorCatalogueTests
{
    public static TheoryData<string> Names => [.. ExtractorCatalogue.All.Select(extractor => extractor.Name)];

    [Fact]
    public void Names_AreLowerCaseWithDashesAndOfOne()
    {
        foreach (string name in ExtractorCatalogue.All.Select(extractor => extractor.Name))
        {
            Regex.IsMatch(name, "^[a-z]+(-[a-z]+)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture).ShouldBeTrue(name);
        }

        ExtractorCatalogue.All.Select(extractor => extractor.Name).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryExtractor_FindsSomethingInItsSample(string name)
    {
        IExtractor extractor = ExtractorCatalogue.All.Single(extractor => extractor.Name == name);
        (string _, string path, string text) = Samples.All.First(sample => sample.Extractor == name);
        var source = new SourceText(path, text);
        extractor.MayRead(source).ShouldBeTrue();
        var found = new Extraction();
        extractor.Read(source, found);
        (found.Records.Count > 0).ShouldBe(name is not ("helm-chart" or "kustomize-patches"), "a template alone says no more than any manifest, nor does a patch");
        found.Unread.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HalfWrittenText_DoesNoHarm(string name)
    {
        var random = new Random(7);
        foreach ((string _, string path, string text) in Samples.All.Where(sample => sample.Extractor == name))
        {
            for (int length = 0; length <= text.Length; length++)
            {
                ShouldBeWithin(path, text[..length]);
                ShouldBeWithin(path, text[length..]);
            }

            for (int i = 0; i < 500; i++)
            {
                int at = random.Next(text.Length), end = random.Next(at, Math.Min(text.Length, at + 8) + 1);
                ShouldBeWithin(path, text[..at] + "\"'{}[]$(\n#|<`:"[random.Next(14)] + text[end..]);
            }
        }
    }

    /// <summary>Every place that is told lies within the text.</summary>
    private static void ShouldBeWithin(string path, string text)
    {
        Extraction found = Mentions.Read(path, text);
        string[] lines = text.Split('\n');
        foreach (Findings.Location place in found.Records.Select(record => record.Location))
        {
            place.StartLine.ShouldBeInRange(1, lines.Length);
            place.StartColumn.ShouldBeInRange(1, lines[place.StartLine - 1].Length + 1);
        }
    }
}
