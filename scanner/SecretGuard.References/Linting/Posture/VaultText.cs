namespace SecretGuard.References.Linting.Posture;

/// <summary>Why a Key Vault is not as it should be, whatever language makes it.</summary>
internal static class VaultText
{
    public const string Purgeable = "without purge protection whoever deletes the vault or a secret can also purge it, and nothing brings it back";
    public const string Recoverless = "without soft-delete what is deleted is gone at once";
    public const string Unlimited = "public access is on and no network is named: only the login stands between the internet and the secrets";
    public const string Allowed = "the default action is 'Allow', so that no rule keeps anybody out: only the login stands between the internet and the secrets";
    public const string ByPolicies = "whoever may change the vault, as every Contributor may, can give himself an access policy for all of its secrets";
    public const string Unlogged = "no diagnostic setting here is of this vault: after a leak nobody can say who read what";
}
