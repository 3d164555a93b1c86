using System.Text.Json;
using SecretGuard.Stores.Http;
using SecretGuard.Text;

namespace SecretGuard.Stores.Aws;

/// <summary>Finds the description of one parameter.</summary>
internal static class ParameterSearch
{
    /// <summary>How many parameters a page holds at most.</summary>
    public const int PageSize = 50;

    /// <summary>The description; null where there is no such parameter, or a problem.</summary>
    /// <param name="session">What asks.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="isShared">Whether it is looked for among those that other accounts share.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<(JsonElement? Found, StoreProblem? Problem)> FindAsync(AwsSession session, ParameterName name, bool isShared, CancellationToken cancellation)
    {
        string filter = JsonText.Object(("Key", JsonText.Of("Name")), ("Option", JsonText.Of("Equals")), ("Values", JsonText.Array(name.Names.Select(JsonText.Of))));
        (string, string)[] members = [("MaxResults", JsonText.Of(PageSize)), ("ParameterFilters", JsonText.Array([filter])), .. isShared ? new[] { ("Shared", "true") } : []];

        // A page may be empty and not the last.
        for (string? from = null; ;)
        {
            using StoreReply reply = await session.CallAsync("DescribeParameters", JsonText.Object(from is null ? members : [.. members, ("NextToken", JsonText.Of(from))]), cancellation);
            if (!reply.IsSuccess)
            {
                return (null, session.ProblemOf(reply));
            }

            if (reply.Json.At("Parameters").ValueKind != JsonValueKind.Array)
            {
                return (null, session.NoService);
            }

            foreach (JsonElement parameter in reply.Json.At("Parameters").Items().Where(name.IsOf))
            {
                return (parameter.Clone(), null);
            }

            if ((from = reply.Json.At("NextToken").Text()) is null)
            {
                return (null, null);
            }
        }
    }
}
