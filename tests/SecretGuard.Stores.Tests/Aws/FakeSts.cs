using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using SecretGuard.Stores.Tests.Servers;

namespace SecretGuard.Stores.Tests.Aws;

/// <summary>AWS's Security Token Service, as far as it gives roles: forms in, XML out. It gives the keys of another fake.</summary>
internal sealed class FakeSts(FakeAws aws)
{
    /// <summary>The roles that were asked for, with the action and the token.</summary>
    public ConcurrentQueue<(string Action, string Role, string? Token, string? ExternalId)> Asked { get; } = new();

    /// <summary>The code that it refuses with; null where it does not.</summary>
    public string? Refuses { get; set; }

    public Task<LoopbackServer> StartAsync() => LoopbackServer.StartAsync(AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        string action = form["Action"].ToString();
        Asked.Enqueue((action, form["RoleArn"].ToString(), form["WebIdentityToken"], form["ExternalId"]));
        const string Space = "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"";
        await (Refuses is { } code
            ? LoopbackServer.WriteAsync(context, 403, $"<ErrorResponse {Space}><Error><Type>Sender</Type><Code>{code}</Code><Message>{aws.Value}</Message></Error><RequestId>1</RequestId></ErrorResponse>")
            : LoopbackServer.WriteAsync(context, 200, $"""
                <{action}Response {Space}><{action}Result><AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/r/s</Arn><AssumedRoleId>id:s</AssumedRoleId></AssumedRoleUser>
                <Credentials><AccessKeyId>{aws.AccessKey}</AccessKeyId><SecretAccessKey>{aws.SecretKey}</SecretAccessKey><SessionToken>{aws.Token}</SessionToken>
                <Expiration>{DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}</Expiration></Credentials></{action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{action}Response>
                """));
    }
}
