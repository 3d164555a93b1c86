using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;

namespace SecretGuard.References.Tests.Joining;

/// <summary>What one environment says of a key in the place of what all say of it.</summary>
public sealed class OverlaidRecordsTests
{
    [Theory]
    [InlineData("base/a.yaml ExternalSecret/app db app#password", "dev/p.yaml ExternalSecret/app dev app#password", "dev")]
    [InlineData("base/a.yaml ExternalSecret/app db app#password shop", "dev/p.yaml ExternalSecret/app dev app#password", "dev")]
    [InlineData("base/a.yaml ExternalSecret/app db app#password shop", "dev/p.yaml ExternalSecret/app dev app#password mail", "db dev")]
    [InlineData("base/a.yaml ExternalSecret/app db app#password", "dev/p.yaml ExternalSecret/app dev app#token", "db dev")]
    [InlineData("base/a.yaml ExternalSecret/app db app#password", "dev/p.yaml ExternalSecret/other dev app#password", "db dev")]
    [InlineData("base/a.yaml ExternalSecret/app db app#password", "base/b.yaml ExternalSecret/app dev app#password", "db dev")]
    [InlineData("dev/a.yaml ExternalSecret/app db app#password", "dev/p.yaml ExternalSecret/app dev app#password", "db dev")]
    [InlineData("base/a.yaml ExternalSecret/app db app", "dev/p.yaml ExternalSecret/app dev app", "db dev")]
    public void RecordOfTheEnvironment_TakesThePlaceOfTheSharedOne(string one, string other, string left) =>
        string.Join(' ', OverlaidRecords.In([Record(one), Record(other)], path => path.StartsWith("dev/", StringComparison.Ordinal)).Select(record => record.Reference.Name)).ShouldBe(left);

    /// <summary>File, object, what it asks for, what it makes, and the namespace of that.</summary>
    private static InventoryRecord Record(string text)
    {
        string[] parts = text.Split(' '), made = parts[3].Split('#');
        return new InventoryRecord(new SecretReference(StoreTypes.Vault, ReferenceKinds.Secret, parts[2]), new Location(parts[0], 1, 1, 1, 2), parts[1])
        {
            Provides = new SecretReference(StoreTypes.Kubernetes, ReferenceKinds.Secret, made[0]) { Property = made.ElementAtOrDefault(1), Address = parts.ElementAtOrDefault(4) },
        };
    }
}
