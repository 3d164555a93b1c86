using SecretGuard.Findings;
using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Access;

/// <summary>The name under which a script gives a policy to Vault: <c>vault policy write shop policies/shop.hcl</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="File">The path of the policy, as it is typed; null where it stands in the script.</param>
/// <param name="Text">Where it stands in the script; null where it is a file.</param>
internal sealed record VaultPolicyName(string Name, string? File, Location? Text)
{
    /// <summary>The one that a command says; null where it says none.</summary>
    public static VaultPolicyName? Of(ShellCommand command)
    {
        if (VaultCommand.Of(command) is not { Verb: "policy write", Path.Text: { } name } written || name.Contains('*', StringComparison.Ordinal))
        {
            return null;
        }

        string? file = written.Rest.FirstOrDefault(piece => piece.Text != "-")?.Text;
        return command.Document is { } text ? new VaultPolicyName(name, null, text.At(0, text.Text.Length)) : file is null ? null : new VaultPolicyName(name, file, null);
    }

    /// <summary>Whether a policy that stands at a place is meant.</summary>
    public bool IsAt(Location place) => Text is { } text ? text.Path == place.Path && place.StartLine >= text.StartLine && place.EndLine <= text.EndLine : LastOf(place.Path) == LastOf(File ?? "");

    /// <summary>A script may be run from another folder, or see the file at another place of a container.</summary>
    private static string LastOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
