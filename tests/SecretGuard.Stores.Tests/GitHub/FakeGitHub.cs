using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.GitHub;

/// <summary>The API of GitHub as its documentation tells it (docs.github.com/rest/actions/secrets): shop/web with an environment, and its organisation.</summary>
internal sealed class FakeGitHub
{
    public string Token { get; } = "token" + Guid.NewGuid().ToString("N");

    /// <summary>The status and headers that a path gets in place of its answer.</summary>
    public Func<string, (int Status, string Header, string Value)?> Problem { get; set; } = _ => null;

    public Task<LoopbackServer> StartAsync(X509Certificate2? certificate = null) => LoopbackServer.StartAsync(AnswerAsync, certificate);

    private Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!;
        context.Request.Headers.UserAgent.ToString().ShouldNotBeEmpty("GitHub refuses who does not say its name");
        if (context.Request.Headers.Authorization != "Bearer " + Token)
        {
            return LoopbackServer.WriteAsync(context, 401, """{"message":"Bad credentials","status":"401"}""");
        }

        if (Problem(path) is var (status, header, value))
        {
            context.Response.Headers[header] = value;
            return LoopbackServer.WriteAsync(context, status, """{"message":"Resource not accessible by integration"}""");
        }

        string[]? names = path switch
        {
            "/repos/shop/web/actions/secrets" => ["DB_PASSWORD", .. Enumerable.Range(0, 120).Select(i => $"S{i:d4}")],
            "/repos/shop/web/actions/organization-secrets" or "/orgs/shop/actions/secrets" => ["NPM_TOKEN"],
            "/repos/shop/web/environments/prod%2Feu/secrets" or "/repos/shop/web/environments/prod/eu/secrets" => ["DEPLOY_KEY", "DB_PASSWORD"],
            "/repos/ann/web/actions/secrets" => ["OWN"],
            _ => null,
        };
        if (names is null)
        {
            return LoopbackServer.WriteAsync(context, 404, """{"message":"Not Found","status":"404"}""");
        }

        int size = int.Parse(context.Request.Query["per_page"]!, CultureInfo.InvariantCulture), page = int.Parse(context.Request.Query["page"]!, CultureInfo.InvariantCulture);
        string month = path.Contains("environments", StringComparison.Ordinal) ? "04" : "02";
        string items = string.Join(',', names.Skip((page - 1) * size).Take(size).Select(name => $$"""{"name":"{{name}}","created_at":"2026-01-10T14:59:22Z","updated_at":"2026-{{month}}-10T14:59:22Z"}"""));
        return LoopbackServer.WriteAsync(context, 200, $$"""{"total_count":{{names.Length}},"secrets":[{{items}}]}""");
    }
}
