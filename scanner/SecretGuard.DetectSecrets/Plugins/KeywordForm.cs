namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>How a value can be bound to a name.</summary>
internal enum KeywordForm
{
    /// <summary><c>name: value</c>, in quotes or not.</summary>
    Colon,

    /// <summary><c>name: "value"</c>.</summary>
    ColonQuoted,

    /// <summary><c>name := value</c> or <c>name : value</c>, in quotes or not.</summary>
    ColonEquals,

    /// <summary><c>name = value</c>, <c>name === value</c>, <c>name != value</c>, in quotes or not.</summary>
    EqualsSign,

    /// <summary>The same with a value in quotes.</summary>
    EqualsSignQuoted,

    /// <summary><c>name = "value"</c>, <c>name != @"value"</c>, <c>name[9] = "value"</c>.</summary>
    CAssignment,

    /// <summary><c>name("value"</c>, <c>name.assign("value"</c>.</summary>
    Constructor,

    /// <summary><c>name "value";</c> with anything unbroken between.</summary>
    Statement,

    /// <summary><c>name => "value"</c>.</summary>
    Arrow,

    /// <summary><c>"value" == name</c>.</summary>
    Compared,
}
