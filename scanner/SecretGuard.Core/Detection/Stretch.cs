namespace SecretGuard.Detection;

/// <summary>What matchers read at one go: the signatures inside need not be looked at again.</summary>
internal enum Stretch
{
    /// <summary>An identifier, which may hold several telling words.</summary>
    Name,

    /// <summary>A block of key material: what stands inside is no other key.</summary>
    KeyMaterial,

    /// <summary>The object around the members of a JSON Web Key.</summary>
    JsonWebKey,

    /// <summary>An INSERT statement: its rows may hold statements.</summary>
    Statement,

    /// <summary>The manifest of a Kubernetes Secret.</summary>
    Document,
}
