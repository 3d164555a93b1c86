using SecretGuard.Cli.Referring;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Verifying.Changes;

/// <summary>What a repository referred to, and declared, at the commit that a change is compared with.</summary>
/// <param name="Name">The commit as the user named it.</param>
/// <param name="References">What its files referred to.</param>
/// <param name="Declaration">What its <c>secretguard.yml</c> declared.</param>
internal sealed record BaseState(string Name, RepositoryReferences References, Declaration Declaration);
