using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Triage;

public sealed class BaselineTests
{
    [Fact]
    public void Write_ThenRead_IsTheSame_AndSorted()
    {
        var baseline = new Baseline([Entry('b') with { Reason = "old\tone", Owner = "ops" }, Entry('a') with { Expires = new DateTime(2027, 3, 1) }]);
        string text = BaselineFormat.Write(baseline);
        text.ShouldBe($"# secretguard.baseline 1\n{Entry('a').Fingerprint}\t-\t2027-03-01\t-\n{Entry('b').Fingerprint}\tops\t-\told one\n");
        BaselineFormat.Write(Read(text)).ShouldBe(text);
    }

    [Fact]
    public void Read_WhatEditorsMakeOfIt_IsUnderstood()
    {
        Baseline read = Read($"\uFEFF# secretguard.baseline 1\r\n\r\n  # a remark\r\n{Entry('a').Fingerprint} ops   2027-03-01 because of this\r\n{Entry('b').Fingerprint}");
        read.Count.ShouldBe(2);
        read.Find(Entry('a').Fingerprint).ShouldBe(Entry('a') with { Owner = "ops", Expires = new DateTime(2027, 3, 1), Reason = "because of this" });
        Read("").Count.ShouldBe(0);
    }

    [Fact]
    public void Entry_OfARealSecret_IsKeptAndWinsEveryMerge()
    {
        BaselineEntry real = Entry('a') with { Expires = BaselineEntry.OnNoDay, Reason = "rotate it" };
        BaselineFormat.Write(real).ShouldBe($"{real.Fingerprint}\t-\treal\trotate it");
        Read(BaselineFormat.Write(real)).Entries.ShouldBe([real]);
        foreach (DateTime? expires in new DateTime?[] { null, new DateTime(2026, 1, 1) })
        {
            Baseline accepted = new([Entry('a') with { Expires = expires }]), decided = new([real]);
            BaselineMerge.Merge(Of(""), accepted, decided).Entries.ShouldHaveSingleItem().IsReal.ShouldBeTrue();
            BaselineMerge.Merge(Of(""), decided, accepted).Entries.ShouldHaveSingleItem().IsReal.ShouldBeTrue();
            new Baseline([.. accepted.Entries, real]).Entries.ShouldHaveSingleItem().IsReal.ShouldBeTrue("an editor's fix adds a line and looks at no other");
        }
    }

    [Theory]
    [InlineData("# secretguard.baseline 2", "secretguard.baseline(1): version 2")]
    [InlineData("\n<<<<<<< ours", "secretguard.baseline(2): a merge conflict")]
    [InlineData("nonsense", "secretguard.baseline(1): no fingerprint")]
    [InlineData("sg1:r:f:00000000000000000000000000000000\t-\tsoon\t-", "secretguard.baseline(1): the expiry 'soon'")]
    public void Read_SomethingWrong_SaysWhere(string text, string expected)
    {
        var errors = new List<string>();
        BaselineFormat.Read(text, "secretguard.baseline", errors);
        errors.ShouldHaveSingleItem().ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("ab", "abc", "abd", "abcd")]
    [InlineData("abc", "ac", "abc", "ac")]
    [InlineData("abc", "abc", "bc", "bc")]
    [InlineData("abc", "a", "c", "")]
    [InlineData("", "a", "b", "ab")]
    [InlineData("", "a", "a", "a")]
    public void Merge_ThreeWays_IsAUnionOfChanges(string ancestor, string ours, string theirs, string expected)
    {
        Keys(BaselineMerge.Merge(Of(ancestor), Of(ours), Of(theirs))).ShouldBe(expected);
        Keys(BaselineMerge.Merge(Of(ancestor), Of(theirs), Of(ours))).ShouldBe(expected);
    }

    /// <summary>What is accepted in the history only is not accepted in files by a merge or an older line; an entry for files wins over it.</summary>
    [Fact]
    public void AnEntryOfTheHistory_IsKeptAsOne_UntilFilesHaveOne()
    {
        BaselineEntry past = Entry('a') with { Reason = "revoked", IsOfHistory = true }, now = past with { IsOfHistory = false };
        BaselineFormat.Write(past).ShouldBe($"{past.Fingerprint}\t-\t-\trevoked\thistory");
        Read(BaselineFormat.Write(past)).Entries.ShouldBe([past]);
        Baseline old = new([past]), back = new([now]);
        BaselineMerge.Merge(old, old, old).Entries.ShouldBe([past]);
        BaselineMerge.Merge(old, old, back).Entries.ShouldBe([now]);
        BaselineMerge.Merge(old, back, old).Entries.ShouldBe([now]);
        new Baseline([past, now]).Entries.ShouldBe([now]);
        new Baseline([now, past]).Entries.ShouldBe([now]);
    }

    [Fact]
    public void Merge_RemovedHereAndEditedThere_Stays()
    {
        var edited = new Baseline([Entry('a') with { Reason = "new" }]);
        BaselineMerge.Merge(Of("a"), Of(""), edited).Entries.ShouldHaveSingleItem().Reason.ShouldBe("new");
        BaselineMerge.Merge(Of("a"), edited, Of("")).Entries.ShouldHaveSingleItem().Reason.ShouldBe("new");
    }

    [Fact]
    public void Merge_BothEdited_TakesTheEarlierExpiryAndOurWords()
    {
        BaselineEntry ours = Entry('a') with { Reason = "ours", Expires = new DateTime(2027, 5, 1) };
        BaselineEntry theirs = Entry('a') with { Reason = "theirs", Owner = "them", Expires = new DateTime(2027, 2, 1) };
        BaselineMerge.Merge(Of("a"), new Baseline([ours]), new Baseline([theirs])).Entries.ShouldHaveSingleItem()
            .ShouldBe(Entry('a') with { Reason = "ours", Owner = "them", Expires = new DateTime(2027, 2, 1) });
    }

    private static Baseline Read(string text)
    {
        var errors = new List<string>();
        Baseline baseline = BaselineFormat.Read(text, "secretguard.baseline", errors);
        errors.ShouldBeEmpty();
        return baseline;
    }

    private static Baseline Of(string digits) => new(digits.Select(Entry));

    private static string Keys(Baseline baseline) => string.Concat(baseline.Entries.Select(entry => entry.Fingerprint.Digest[0]));

    private static BaselineEntry Entry(char digit) => new(new Fingerprint("some-rule", "app.env", new string(digit, 32)));
}
