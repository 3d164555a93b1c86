using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.AzurePipelines;

/// <summary>Groups of variables of Azure DevOps as its documentation tells them (learn.microsoft.com/rest/api/azure/devops/distributedtask/variablegroups).</summary>
internal sealed class FakeDevOps
{
    public string Value { get; } = "value" + Guid.NewGuid().ToString("N");

    public string Token { get; } = "token" + Guid.NewGuid().ToString("N");

    /// <summary>A status that every request gets, and the beginning of its body.</summary>
    public (int Status, string Body)? Everything { get; set; }

    /// <summary>Where who is not known is sent to.</summary>
    public string? SignIn { get; set; }

    public Task<LoopbackServer> StartAsync(X509Certificate2? certificate = null) => LoopbackServer.StartAsync(AnswerAsync, certificate);

    private Task AnswerAsync(HttpContext context)
    {
        string basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(":" + Token));
        if (SignIn is not null)
        {
            context.Response.Redirect(SignIn);
            return Task.CompletedTask;
        }

        if (Everything is var (status, body))
        {
            return LoopbackServer.WriteAsync(context, status, body);
        }

        if (context.Request.Headers.Authorization != "Bearer " + Token && context.Request.Headers.Authorization != basic)
        {
            // Who shows a token that is none gets the page to sign in.
            return LoopbackServer.WriteAsync(context, 203, "<html>Sign In</html>");
        }

        if (context.Request.Path != "/shop/My Project/_apis/distributedtask/variablegroups")
        {
            return LoopbackServer.WriteAsync(context, 404, """{"typeKey":"ProjectDoesNotExistWithNameException","message":"TF200016"}""");
        }

        if (context.Request.Query["continuationToken"] != "2")
        {
            context.Response.Headers["x-ms-continuationtoken"] = "2";
            return LoopbackServer.WriteAsync(context, 200, $$$"""
                {"count":2,"value":[
                {"id":1,"name":"common","type":"Vsts","modifiedOn":"2026-02-01T00:00:00Z","variables":{"DB_PASSWORD":{"value":null,"isSecret":true},"REGION":{"value":"{{{Value}}}"} } },
                {"id":2,"name":"linked","type":"AzureKeyVault","modifiedOn":"2026-02-01T00:00:00Z","providerData":{"vault":"shop"},"variables":{
                  "api-key":{"value":null,"isSecret":true,"enabled":true,"expires":"2199-01-01T00:00:00Z"},"off":{"isSecret":true,"enabled":false},"old":{"isSecret":true,"enabled":true,"expires":"2020-01-01T00:00:00Z"} } } ]}
                """);
        }

        return LoopbackServer.WriteAsync(context, 200, """{"count":1,"value":[{"id":3,"name":"prod","modifiedOn":"2026-03-01T00:00:00Z","variables":{"DB_PASSWORD":{"isSecret":true},"DEPLOY_KEY":{"isSecret":true}}}]}""");
    }
}
