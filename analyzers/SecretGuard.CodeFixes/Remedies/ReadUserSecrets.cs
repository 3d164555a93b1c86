using Microsoft.CodeAnalysis;
using SecretGuard.CodeFixes.Edits;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Remedies;

/// <summary>Reads from configuration, and says above it how the value gets there on the machine of a developer. The value itself is left to the user.</summary>
internal sealed class ReadUserSecrets : ReadConfiguration
{
    public override string Key => "SecretGuard.ReadUserSecrets";

    /// <summary>The command that the note shows needs a project with an id.</summary>
    public override Task<Document> CompleteAsync(Document changed, CancellationToken cancellation) => UserSecretsId.EnsureAsync(changed, cancellation);

    protected override string Note(SecretName name) => "// dotnet user-secrets set " + Reading.Quote(name.ConfigurationKey) + " \"<value>\"";

    protected override string Title(SecretName name) => base.Title(name) + ", and show how to move it into user secrets";
}
