using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Azure;

/// <summary>What issues tokens, as Entra ID's protocol of client credentials tells it, to who shows the right secret.</summary>
internal sealed class FakeAuthority(FakeKeyVault vault)
{
    public string ClientSecret { get; } = "client" + Guid.NewGuid().ToString("N");

    /// <summary>The status and the code of every answer; null where tokens are issued.</summary>
    public (int Status, string Code)? Problem { get; set; }

    public Task<LoopbackServer> StartAsync(X509Certificate2 certificate) => LoopbackServer.StartAsync(AnswerAsync, certificate);

    private async Task AnswerAsync(HttpContext context)
    {
        context.Request.Path.Value!.ShouldBe($"/{vault.Tenant}/oauth2/v2.0/token");
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        form["scope"].ToString().ShouldContain(vault.Resource + "/.default");
        (int status, string code) = Problem ?? (form["client_secret"] == ClientSecret ? (200, "") : (401, "AADSTS7000215"));
        await LoopbackServer.WriteAsync(context, status, status == 200
            ? $$"""{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"{{vault.Token}}"}"""
            : $$"""{"error":"invalid_client","error_description":"{{code}}: {{form["client_secret"]}}","error_codes":[{{(code.Length > 6 ? code[6..] : "0")}}]}""");
    }
}
