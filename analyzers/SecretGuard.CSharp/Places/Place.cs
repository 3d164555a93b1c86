using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Places;

/// <summary>How a value stands to the name beside it.</summary>
internal enum PlaceKind
{
    /// <summary>The name of what holds it: a variable, a member, a parameter.</summary>
    Named,

    /// <summary>The text under which it is stored: <c>headers["X-Api-Key"] = …</c>, <c>Add("password", …)</c>.</summary>
    Keyed,

    /// <summary>It is compared with what has this name.</summary>
    Compared,

    /// <summary>It is used where nothing is configured under this name.</summary>
    Fallback,

    /// <summary>A test is given it under this name: words there are what is to be refused as often as not.</summary>
    Tested,

    /// <summary>A known type takes a secret there.</summary>
    Stated,
}

/// <summary>One thing that the code says about a value.</summary>
/// <param name="Kind">How the name stands to the value.</param>
/// <param name="Name">The name.</param>
/// <param name="Stated">What a known type takes there.</param>
internal readonly record struct Place(PlaceKind Kind, string Name, NameKind Stated = NameKind.None);
