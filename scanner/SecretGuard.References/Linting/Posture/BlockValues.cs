using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Posture;

/// <summary>What blocks of Terraform are set to.</summary>
internal static class BlockValues
{
    /// <summary>All values of a block and of those within.</summary>
    public static IEnumerable<HclValue> Of(HclBlock block) => block.Attributes.Values.Concat(block.Blocks.SelectMany(Of));

    /// <summary>Whether a switch is on: the first of its names that is set; as <paramref name="byDefault"/> where none is; null where a variable or a function decides.</summary>
    public static bool? IsOn(HclBlock block, bool byDefault, params string[] names) =>
        names.Select(name => block[name]).OfType<HclValue>().FirstOrDefault() is not { } value || value.Expression == "null" ? byDefault
        : (value.Text ?? value.Expression) switch { "true" => true, "false" => false, _ => null };

    /// <summary>The blocks within of a type; null where they are made by an expression.</summary>
    public static IReadOnlyList<HclBlock>? Within(HclBlock block, string type) =>
        block.Blocks.Exists(inner => inner is { Type: "dynamic", Labels: [var made] } && made == type) ? null : [.. block.Blocks.Where(inner => inner.Type == type)];

    /// <summary>Whether a value mentions the block of an address.</summary>
    public static bool Mentions(HclValue value, string address)
    {
        int at = value.Expression.IndexOf(address, StringComparison.Ordinal);
        return at >= 0 && (at + address.Length == value.Expression.Length || !IsOfName(value.Expression[at + address.Length])) && (at == 0 || !IsOfName(value.Expression[at - 1]));
    }

    /// <summary>Whether changes of an attribute are left alone: <c>lifecycle { ignore_changes = [value] }</c>.</summary>
    public static bool IsIgnored(HclBlock block, string attribute) => block.Blocks.Where(inner => inner.Type == "lifecycle").Select(inner => inner["ignore_changes"]).OfType<HclValue>()
        .Any(ignored => ignored.Expression == "all" || ignored.Expression.Split(['[', ']', ',', ' ', '\t', '\r', '\n', '"'], StringSplitOptions.RemoveEmptyEntries).Contains(attribute, StringComparer.Ordinal));

    /// <summary>The block that a secret's version or rotation is of; by the collection where it is made for each element of one. Null where it is not known.</summary>
    public static string? AddressOf(HclBlock block, string attribute) => block[attribute] is not { } value ? null
        : value.Expression.StartsWith("each.", StringComparison.Ordinal) ? block["for_each"] is { } each ? TerraformConfiguration.AddressIn(each.Expression) : null
        : TerraformConfiguration.AddressIn(value.Expression);

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';
}
