using System.Net.Sockets;
using Azure.Identity;
using Microsoft.Identity.Client;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Azure;

/// <summary>Why Azure gave no token. Its texts are searched for codes, never quoted.</summary>
internal static class SignInProblems
{
    /// <summary>
    /// The codes of Entra ID that say more than that it refused, from its list of error codes
    /// (learn.microsoft.com/entra/identity-platform/reference-error-codes), and one text of the credentials.
    /// </summary>
    private static readonly (string Code, Verdict Verdict, string Cause, string Advice)[] Codes =
    [
        ("AADSTS90002:", Verdict.Misconfigured, "Azure knows no such tenant", "correct the tenant (AZURE_TENANT_ID), or the cloud it is asked in (AZURE_AUTHORITY_HOST)"),
        ("AADSTS900023:", Verdict.Misconfigured, "what is given as tenant is none", "give the tenant's id or domain (AZURE_TENANT_ID)"),
        ("AADSTS700016:", Verdict.Misconfigured, "the tenant knows no application of this client id", "correct AZURE_CLIENT_ID, or take the tenant that the application is in"),
        ("AADSTS500011:", Verdict.Misconfigured, "the tenant has no Key Vault", "take the tenant that the vault is in"),
        ("AdditionallyAllowedTenants", Verdict.Misconfigured, "the vault is of another tenant than the credential", "sign in to the vault's tenant, or correct the vault's address"),
        ("AADSTS7000215:", Verdict.Unauthenticated, "the client secret is not that of the application", "give the secret itself, not its id; or make a new one"),
        ("AADSTS7000222:", Verdict.Unauthenticated, "the client secret has expired", "make a new one, or sign in by a federated identity, which has none"),
        ("AADSTS700024:", Verdict.Unauthenticated, "the federated token is not valid now", "see whether the pod's token is renewed, and the clock right"),
        ("AADSTS700211:", Verdict.Unauthenticated, "no federated credential of the application names this issuer", "add one for the cluster's issuer"),
        ("AADSTS700213:", Verdict.Unauthenticated, "no federated credential of the application names this subject", "add one for the namespace and service account"),
        ("AADSTS70021:", Verdict.Unauthenticated, "no federated credential of the application fits the token", "add one for its issuer, subject and audience"),
        ("AADSTS50173:", Verdict.Unauthenticated, "the sign-in was revoked", "run 'az login' again"),
        ("AADSTS700082:", Verdict.Unauthenticated, "the sign-in was not used for too long", "run 'az login' again"),
        ("AADSTS50076:", Verdict.Unauthenticated, "Azure asks for a second factor", "run 'az login' for the vault's tenant"),
    ];

    /// <summary>The problem behind what a credential threw.</summary>
    /// <param name="error">What it threw.</param>
    /// <param name="authority">Where tokens are issued, for people.</param>
    public static StoreProblem Of(Exception error, string authority)
    {
        StoreProblem problem = error switch
        {
            CredentialUnavailableException => Unauthenticated(
                "there is no credential for Azure: no variables of one, no identity of this machine, no sign-in of a tool",
                "run 'az login', or set AZURE_TENANT_ID, AZURE_CLIENT_ID and a secret or certificate"),
            _ when Coded(error) is { } coded => coded,
            _ when Fault(error) is { } fault => NetworkFaults.Of(fault, authority),
            _ when Chain(error).Any(inner => inner is OperationCanceledException) => NetworkFaults.TimedOut(authority),
            _ when Chain(error).OfType<MsalServiceException>().FirstOrDefault() is { StatusCode: 429 or >= 500 } busy => Busy(busy, authority), // it says nothing of the credential
            AuthenticationFailedException => Unauthenticated("Azure does not accept the credential", "sign in again, or renew the credential"),
            ArgumentException => new StoreProblem(Verdict.Misconfigured, "tenant, client id or authority of the sign-in is not one", "correct them"),
            _ => Unauthenticated($"signing in to Azure failed ({error.GetType().Name})", "sign in again, or choose another way to sign in"),
        };
        return problem with { IsStoreWide = true };
    }

    private static StoreProblem Busy(MsalServiceException answer, string authority)
    {
        using var reply = new StoreReply(answer.StatusCode, null, null) { RetryAfter = answer.Headers?.RetryAfter?.Delta };
        return StatusProblems.Of(reply, authority);
    }

    private static StoreProblem? Coded(Exception error)
    {
        foreach ((string code, Verdict verdict, string cause, string advice) in Codes)
        {
            if (Chain(error).Any(inner => inner.Message.Contains(code, StringComparison.Ordinal)))
            {
                return new StoreProblem(verdict, cause, advice);
            }
        }

        return null;
    }

    /// <summary>What failed on the way; null where nothing did.</summary>
    private static Exception? Fault(Exception error) =>
        Chain(error).OfType<HttpRequestException>().FirstOrDefault() ?? Chain(error).FirstOrDefault(inner => inner is SocketException or IOException);

    private static StoreProblem Unauthenticated(string cause, string advice) => new(Verdict.Unauthenticated, cause, advice);

    private static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }
}
