using SecretGuard.Cli.Audits;
using SecretGuard.Triage;
using static SecretGuard.Cli.Tests.Audits.AuditSamples;

namespace SecretGuard.Cli.Tests.Audits;

public sealed class BaselineFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("secretguard-test-").FullName;

    private string FilePath => Path.Combine(_folder, "secretguard.baseline");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_WhereThereIsNoFile_MakesOneAndLeavesNothingElse()
    {
        BaselineEntry entry = Entry("a.json", "why");
        new BaselineFile(FilePath).Write([new EntryChange(entry.Fingerprint, null, entry)]).Conflicts.ShouldBe(0);
        File.ReadAllText(FilePath).ShouldBe(BaselineFormat.Write(new Baseline([entry])));
        Directory.GetFiles(_folder).ShouldBe([FilePath]);
    }

    [Fact]
    public void Write_WhatSomebodyElseWroteMeanwhile_Stays()
    {
        var file = new BaselineFile(FilePath);
        BaselineEntry ours = Entry("a.json", "ours"), theirs = Entry("b.json", "theirs");
        File.WriteAllText(FilePath, BaselineFormat.Write(new Baseline([theirs])));
        file.Write([new EntryChange(ours.Fingerprint, null, ours)]).Now.Entries.ShouldBe([ours, theirs], ignoreOrder: true);
        file.Write([new EntryChange(ours.Fingerprint, ours, null)]).Now.Entries.ShouldBe([theirs]);
        file.Read().Entries.ShouldBe([theirs]);
    }

    [Fact]
    public void Write_OfAnEntryThatIsNotWhatItWas_WritesNothing()
    {
        var file = new BaselineFile(FilePath);
        BaselineEntry ours = Entry("a.json", "ours"), theirs = Entry("a.json", "theirs"), other = Entry("b.json", "ours");
        File.WriteAllText(FilePath, BaselineFormat.Write(new Baseline([theirs])));
        DecisionOutcome outcome = file.Write([new EntryChange(other.Fingerprint, null, other), new EntryChange(ours.Fingerprint, null, ours)]);
        outcome.Conflicts.ShouldBe(1);
        outcome.Now.Entries.ShouldBe([theirs]);
        file.Read().Entries.ShouldBe([theirs]);
    }

    [Theory]
    [InlineData("<<<<<<< ours\n", "a merge conflict")]
    [InlineData("nonsense\n", "no fingerprint")]
    public void Write_IntoWhatCannotBeUnderstood_IsRefusedAndLeavesIt(string text, string why)
    {
        File.WriteAllText(FilePath, text);
        BaselineEntry entry = Entry("a.json", "why");
        Should.Throw<UsageException>(() => new BaselineFile(FilePath).Write([new EntryChange(entry.Fingerprint, null, entry)])).Message.ShouldContain(why);
        File.ReadAllText(FilePath).ShouldBe(text);
    }

    [Fact]
    public void Write_ByManyAtOnce_LosesNone()
    {
        const int Writers = 8, Each = 10;
        Parallel.For(0, Writers, new ParallelOptions { MaxDegreeOfParallelism = Writers }, writer =>
        {
            var file = new BaselineFile(FilePath);
            for (int i = 0; i < Each; i++)
            {
                BaselineEntry entry = Entry($"{writer}-{i}.json", "why");
                file.Write([new EntryChange(entry.Fingerprint, null, entry)]).Conflicts.ShouldBe(0);
            }
        });
        new BaselineFile(FilePath).Read().Count.ShouldBe(Writers * Each);
    }

    [Fact]
    public void Write_AfterAnAuditThatWasKilled_UsesTheFileThatItLeft()
    {
        File.WriteAllText(FilePath + ".lock", "");
        BaselineEntry entry = Entry("a.json", "why");
        new BaselineFile(FilePath).Write([new EntryChange(entry.Fingerprint, null, entry)]).Conflicts.ShouldBe(0);
        Directory.GetFiles(_folder).ShouldBe([FilePath]);
    }

    private static BaselineEntry Entry(string path, string reason) => new(Item(path).Fingerprint) { Reason = reason };
}
