using SecretGuard.References.Joining;

namespace SecretGuard.References.Custom;

/// <summary>A user's declaration of a syntax that names secrets. <see cref="DeclaredExtractor"/> reads by it.</summary>
/// <param name="Name">What it is called, in words of lower case with dashes.</param>
/// <param name="Files">Globs of the files that it is about, as <c>exclude:</c> has them; a block of Markdown that names its path counts as that file.</param>
/// <param name="Store">The kind of the store: one of <c>StoreTypes</c>.</param>
/// <param name="Selection">How the references are found.</param>
public sealed record CustomExtractor(string Name, IReadOnlyList<string> Files, string Store, CustomSelection Selection)
{
    /// <summary>What is named: one of <c>ReferenceKinds</c>.</summary>
    public string Kind { get; init; } = Inventories.ReferenceKinds.Secret;

    /// <summary>The address of the store, or the mount of a Vault, where the file does not say it.</summary>
    public string? Address { get; init; }

    /// <summary>What the names in the file go through to become the store's; a name that it is not about is no reference.</summary>
    public NameTransform Transform { get; init; } = NameTransform.None;

    /// <summary>Whether a place goes on without its secret; null where nothing is said.</summary>
    public bool? IsOptional { get; init; } = false;
}

/// <summary>How the references of a file are found: <see cref="PathSelection"/> or <see cref="PatternSelection"/>.</summary>
public abstract record CustomSelection;

/// <summary>
/// By paths in YAML or JSON: keys with points between them, <c>*</c> for any key or element, <c>[*]</c> for any element, <c>[0]</c> for one, <c>["a.b"]</c> for a key with
/// signs in it, <c>**</c> for any number of steps. <c>$</c> at the beginning is the root of the file.
/// </summary>
/// <param name="Items">From the root to what names one secret each: <c>vault.secrets[*]</c>.</param>
/// <param name="Name">From the item to the name of the secret: <c>path</c>; <c>@key</c> is the key that the item stands at, an empty text the item itself.</param>
public sealed record PathSelection(string Items, string Name) : CustomSelection
{
    /// <summary>To the field of the secret, from the item or, with <c>$</c>, from the root.</summary>
    public string? Property { get; init; }

    /// <summary>To its version.</summary>
    public string? Version { get; init; }

    /// <summary>To the address of the store, or the mount of a Vault: <c>$.vault.address</c>.</summary>
    public string? Address { get; init; }
}

/// <summary>By a regular expression over the text, in which <c>^</c> and <c>$</c> are ends of lines.</summary>
/// <param name="Pattern">With a group <c>name</c>, and groups <c>property</c>, <c>version</c> and <c>address</c> where these stand in the text. No looking around or back.</param>
public sealed record PatternSelection(string Pattern) : CustomSelection;

/// <summary>A declaration that cannot be used.</summary>
/// <param name="member">Which part of it is wrong: <c>items</c>, <c>pattern</c>, <c>files</c>.</param>
/// <param name="message">What is wrong, for people.</param>
public sealed class CustomExtractorException(string member, string message) : FormatException(message)
{
    /// <summary>Which part of the declaration is wrong.</summary>
    public string Member { get; } = member;
}
