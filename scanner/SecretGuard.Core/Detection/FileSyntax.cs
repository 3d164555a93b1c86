namespace SecretGuard.Detection;

/// <summary>How values are written in a kind of file: decides which bindings of a name to a value are believed.</summary>
public enum FileSyntax
{
    /// <summary>No known kind.</summary>
    Unknown,

    /// <summary>A programming language: values are quoted, the unquoted are expressions.</summary>
    Code,

    /// <summary>JSON in all its kinds, notebooks included.</summary>
    Json,

    /// <summary>YAML.</summary>
    Yaml,

    /// <summary>INI, TOML, properties, env and other <c>name = value</c> files.</summary>
    KeyValue,

    /// <summary>XML, HTML and MSBuild files.</summary>
    Markup,

    /// <summary>POSIX shells.</summary>
    Shell,

    /// <summary>PowerShell.</summary>
    PowerShell,

    /// <summary>Windows command files.</summary>
    Batch,

    /// <summary>Terraform, OpenTofu, Bicep and other HCL-like languages.</summary>
    Infrastructure,

    /// <summary>SQL.</summary>
    Sql,

    /// <summary>Dockerfile.</summary>
    Dockerfile,

    /// <summary>Markdown, logs, plain text.</summary>
    Prose,

    /// <summary>Tables with a header row.</summary>
    Table,
}
