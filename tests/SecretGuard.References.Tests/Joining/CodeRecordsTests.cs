using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;

namespace SecretGuard.References.Tests.Joining;

/// <summary>What a compiler wrote down, and what the text says now.</summary>
public sealed class CodeRecordsTests
{
    /// <summary>What a compiler told of a file, what its text says, and what is told of it once the file was changed: who tells it, name and line each.</summary>
    public static TheoryData<string, string, string> Changed => new()
    {
        { "C A 5", "", "C A 5" }, // the text does not say all that a compiler knows
        { "", "S A 5", "S A 5" },
        { "C A 5", "S A 5", "C A 5" },
        { "C A 5", "S a 9", "C A 9" },
        { "C A 5", "S B 5", "C A 5, S B 5" },
        { "C A 5, C A 6", "S A 6", "C A 5, C A 6" },
        { "C A 5, C A 6", "S A 6, S A 7, S A 8", "C A 6, C A 7, S A 8" },
        { "C *:A 5", "S Mail:A 5", "C *:A 5" },
        { "C Mail:A 5", "S *:A 5", "C Mail:A 5" },
        { "C *:A 5", "S Mail:A 6", "C *:A 5, S Mail:A 6" },
        { "C A 5, C B 5", "S A 6, S B 6", "C A 6, C B 6" }, // the keys of one class
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public void ChangedFile_HasWhatBothKnow(string compiled, string read, string expected) => Lines(CodeRecords.Of(Records(compiled), Records(read), _ => false)).ShouldBe(expected);

    [Fact]
    public void FileThatACompilerHasSeen_HasWhatItTold()
    {
        Lines(CodeRecords.Of(Records("C A 5"), Records("S A 5, S B 6"), _ => true)).ShouldBe("C A 5");
        Lines(CodeRecords.Of([], Records("S A 5"), _ => true)).ShouldBe("");
    }

    /// <summary>A file that two projects compile.</summary>
    [Fact]
    public void SharedFile_IsOfBoth() =>
        CodeRecords.Of([.. Records("C A 5"), .. Records("C A 5").Select(record => record with { Consumer = "Other" })], Records("S A 6"), _ => false).Select(record => $"{record.Location.StartLine} {record.Consumer}").ShouldBe(["6 Shop", "6 Other"]);

    private static InventoryRecord[] Records(string lines) => [.. lines.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
        .Select(part => (Via: part[0], Name: part[1], Line: int.Parse(part[2], System.Globalization.CultureInfo.InvariantCulture)))
        .Select(part => new InventoryRecord(new SecretReference(StoreTypes.Configuration, ReferenceKinds.Configuration, part.Name) { Via = part.Via }, new Location("a.cs", part.Line, 1, part.Line, 4), "Shop"))];

    private static string Lines(IEnumerable<InventoryRecord> records) => string.Join(", ", InventoryRecord.Merge(records).Select(record => $"{record.Reference.Via} {record.Reference.Name} {record.Location.StartLine}"));
}
