namespace SecretGuard.Detection.NamedValues;

/// <summary>How a name is tied to a value. Decides how much the value must look like a secret.</summary>
internal enum BindingKind
{
    /// <summary><c>name = value</c>, <c>"name": value</c>, an attribute, an element, a comparison.</summary>
    Assignment,

    /// <summary><c>("name", "value")</c>: an argument, a tuple, an entry of a collection.</summary>
    Argument,

    /// <summary><c>name ?? "value"</c>, <c>${NAME:-value}</c>: used when nothing else is configured.</summary>
    Fallback,

    /// <summary><c>name("value")</c>.</summary>
    Call,

    /// <summary>Inside a string, a comment or running text: <c>"…;name=value;…"</c>, <c>// password: value</c>.</summary>
    Text,
}

/// <summary>A value and how it was found.</summary>
internal readonly record struct Binding(int Start, int Length, bool Quoted, BindingKind Kind);
