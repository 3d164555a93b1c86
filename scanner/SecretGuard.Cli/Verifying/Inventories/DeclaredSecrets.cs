using SecretGuard.Cli.Projects;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Verifying.Inventories;

/// <summary>The declared secrets of a project, for commands that are about nothing else.</summary>
internal static class DeclaredSecrets
{
    /// <summary>The secrets, in the order of the file.</summary>
    /// <exception cref="UsageException">None is declared.</exception>
    public static IReadOnlyList<DeclaredSecret> Of(Project project) => project.Settings.Declaration.Secrets is { Count: > 0 } secrets ? secrets
        : throw new UsageException("secretguard.yml declares no secrets; 'secretguard inventory init' writes a first declaration");
}
