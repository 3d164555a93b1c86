using SecretGuard.Inventories;

namespace SecretGuard.Core.Tests.Inventories;

/// <summary>The text of secretguard.lock.</summary>
public sealed class LockFormatTests
{
    private static readonly LockRecord Full = new("prod", "runtime", ReferenceKinds.Secret, "shop-db")
    {
        Field = "password",
        Id = "db",
        State = "expired",
        Version = "3",
        Updated = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Unspecified),
        Expires = new DateTime(2026, 3, 4, 0, 0, 0, DateTimeKind.Unspecified),
        Due = new DateTime(2026, 5, 6, 0, 0, 0, DateTimeKind.Unspecified),
        Asked = new DateTime(2026, 11, 27, 0, 0, 0, DateTimeKind.Unspecified),
    };

    private static readonly LockRecord Empty = new("", "configuration", ReferenceKinds.Key, "A:B");

    [Fact]
    public void Write_SortsAndSums()
    {
        string text = LockFormat.Write([Full, Empty, Full]);
        string[] lines = text.TrimEnd('\n').Split('\n');
        lines[0].ShouldBe("# secretguard.lock 1");
        lines.Length.ShouldBe(3);
        lines[1].ShouldStartWith("-\tconfiguration\tkey\tA:B\t-\t-\tpresent\t-\t-\t-\t-\t-\t");
        lines[2].ShouldStartWith("prod\truntime\tsecret\tshop-db\tpassword\tdb\texpired\t3\t2026-01-02\t2026-03-04\t2026-05-06\t2026-11-27\t");
        lines[2].Split('\t')[12].Length.ShouldBe(8);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Read_IsTheReverseOfWrite(string end)
    {
        var errors = new List<string>();
        LockFormat.Read("\uFEFF" + LockFormat.Write([Full, Empty]).Replace("\n", end, StringComparison.Ordinal), "x", errors).ShouldBe([Empty, Full]);
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("present", "missing", "x(2): this line was edited: its sum is another one; run 'secretguard lock'")]
    [InlineData("A:B", "A:B\t", "x(2): this line was edited")]
    [InlineData("# secretguard.lock 1", "# secretguard.lock 2", "x(1): version 2 of the format is newer than this tool; update the tool")]
    [InlineData("-\tconfiguration", "<<<<<<< ours\n-\tconfiguration", "x(2): a merge conflict; run 'secretguard lock'")]
    public void Read_WhatSomebodyChanged_IsTold(string from, string to, string expected)
    {
        var errors = new List<string>();
        LockFormat.Read(LockFormat.Write([Empty]).Replace(from, to, StringComparison.Ordinal), "x", errors);
        errors.ShouldHaveSingleItem().ShouldStartWith(expected);
    }

    [Fact]
    public void Names_StayOnTheirLine() => LockFormat.Write([Empty with { Name = "a\tb\nc" }]).ShouldContain("\ta b c\t");
}
