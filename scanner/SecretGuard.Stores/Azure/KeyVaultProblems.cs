using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Azure;

/// <summary>What Key Vault's statuses and codes say. Its texts are looked at, never quoted.</summary>
internal static class KeyVaultProblems
{
    private static readonly string[] NotFound = ["SecretNotFound", "KeyNotFound", "CertificateNotFound"];

    /// <summary>The answer was not that of a vault.</summary>
    public static StoreProblem NoVault(string host) => new(Verdict.Misconfigured, $"{host} does not answer like a Key Vault", "give the vault's address: https://name.vault.azure.net");

    /// <summary>The problem of a reply that did not succeed.</summary>
    public static StoreProblem Of(StoreReply reply, string host) => reply switch
    {
        { Problem: not null } => reply.Problem,
        { Status: 400 } when Says(reply, "AKV10032") => WrongTenant,
        { Status: 401 } => Refused(reply, host),
        { Status: 403 } => Denied(reply, host),
        { Status: 404 } => NoVault(host),
        { Status: 409 } => new StoreProblem(Verdict.Misconfigured, "a secret of this name was deleted, and keeps the name until it is gone for good", "bring it back with 'az keyvault secret recover', or purge it"),
        _ => StatusProblems.Of(reply, host),
    };

    /// <summary>Whether a reply says that a vault has nothing of this name.</summary>
    public static bool IsNotFound(StoreReply reply) => reply is { Status: 404, Problem: null } && reply.Json.At("error", "code").Text() is { } code && NotFound.Contains(code, StringComparer.OrdinalIgnoreCase);

    private static StoreProblem WrongTenant => new(Verdict.Misconfigured, "the credential is of another tenant than the vault", "sign in to the vault's tenant, or correct the vault's address") { IsStoreWide = true };

    private static StoreProblem Refused(StoreReply reply, string host) =>
        Says(reply, "AKV10032") ? WrongTenant
        : reply.Json.At("error", "code").Text() is null ? NoVault(host)
        : new StoreProblem(Verdict.Unauthenticated, $"{host} does not accept the token: it is expired, revoked, or of another cloud", "sign in again") { IsStoreWide = true };

    private static StoreProblem Denied(StoreReply reply, string host) => reply.Json.At("error", "innererror", "code").Text() switch
    {
        "ForbiddenByRbac" => Forbidden("no role lets this identity look into the vault: it may be there or not", "assign the role that 'verify --permissions' prints; it takes some minutes to be felt"),
        "ForbiddenByPolicy" or "AccessDenied" => Forbidden("the vault's access policies do not let this identity list", "add the policy that 'verify --permissions' prints"),
        "ForbiddenByFirewall" => Forbidden($"the firewall of {host} does not let this machine in", "run it where the vault may be reached, or add this network to the vault's") with { IsStoreWide = true },
        "ForbiddenByConnection" => Forbidden($"{host} is only reached by its private endpoint", "run it in the network of that endpoint") with { IsStoreWide = true },
        _ => StatusProblems.Of(reply, host),
    };

    private static StoreProblem Forbidden(string cause, string advice) => new(Verdict.Forbidden, cause, advice);

    private static bool Says(StoreReply reply, string code) => reply.Json.At("error", "message").Text()?.Contains(code, StringComparison.Ordinal) == true;
}
