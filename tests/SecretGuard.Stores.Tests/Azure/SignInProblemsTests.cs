using System.Net.Sockets;
using Azure.Identity;
using SecretGuard.Stores.Azure;

namespace SecretGuard.Stores.Tests.Azure;

public sealed class SignInProblemsTests
{
    [Theory]
    [InlineData("AADSTS90002: Tenant 'x' not found.", Verdict.Misconfigured, "no such tenant")]
    [InlineData("AADSTS700016: Application with identifier 'x' was not found in the directory", Verdict.Misconfigured, "client id")]
    [InlineData("AADSTS7000222: The provided client secret keys are expired.", Verdict.Unauthenticated, "expired")]
    [InlineData("AADSTS7000215: Invalid client secret provided.", Verdict.Unauthenticated, "client secret")]
    [InlineData("AADSTS70021: No matching federated identity record found", Verdict.Unauthenticated, "federated")]
    [InlineData("The current credential is not configured to acquire tokens for tenant x. add it to the AdditionallyAllowedTenants", Verdict.Misconfigured, "another tenant")]
    [InlineData("anything", Verdict.Unauthenticated, "does not accept")]
    public void Refusal_HasItsVerdict_AndIsNotQuoted(string text, Verdict expected, string cause)
    {
        string canary = Guid.NewGuid().ToString("N");
        foreach (Exception error in new Exception[] { new AuthenticationFailedException($"{text} {canary}"), new AuthenticationFailedException(canary, new InvalidOperationException($"{text} {canary}")) })
        {
            StoreProblem problem = SignInProblems.Of(error, "login.example");
            (problem.Verdict, problem.IsStoreWide).ShouldBe((expected, true));
            problem.Cause.ShouldContain(cause);
            problem.ToString().ShouldNotContain(canary);
        }
    }

    [Fact]
    public void NoCredential_IsUnauthenticated_WhateverWasUnreachable()
    {
        var error = new CredentialUnavailableException("no", new HttpRequestException("x", new SocketException((int)SocketError.NetworkUnreachable)));
        StoreProblem problem = SignInProblems.Of(error, "login.example");
        (problem.Verdict, problem.IsTransient).ShouldBe((Verdict.Unauthenticated, false));
    }

    [Fact]
    public void AuthorityThatIsNotThere_IsUnreachable()
    {
        var refused = new HttpRequestException(HttpRequestError.ConnectionError, "x", new SocketException((int)SocketError.ConnectionRefused));
        StoreProblem problem = SignInProblems.Of(new AuthenticationFailedException("x", refused), "login.example");
        (problem.Verdict, problem.IsTransient, problem.Cause).ShouldBe((Verdict.Unreachable, true, "login.example refused the connection"));
        SignInProblems.Of(new AuthenticationFailedException("x", new TaskCanceledException()), "login.example").Cause.ShouldContain("in time");
    }
}
