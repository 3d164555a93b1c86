using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Aws;

/// <summary>What a question to Parameter Store is about.</summary>
/// <param name="Name">The parameter's name; of an ARN its end.</param>
/// <param name="Version">The number or label; null for the newest.</param>
/// <param name="Arn">The ARN, where one was given.</param>
internal sealed record ParameterName(string Name, string? Version, AwsArn? Arn)
{
    private const string ArnKind = "parameter/";
    private const int MostParts = 15, Longest = 1011;

    private static readonly string[] Reserved = ["aws", "ssm"];

    /// <summary>Behind this Parameter Store hands on what Secrets Manager holds.</summary>
    private const string SecretsManagerPrefix = "/aws/reference/secretsmanager/";

    /// <summary>The names by which it may be described: an ARN does not tell whether its name begins with a slash.</summary>
    public IEnumerable<string> Names => Arn is null ? [Name] : Name.Contains('/') ? ["/" + Name] : [Name, "/" + Name];

    /// <summary>Reads a question.</summary>
    public static ParameterName Of(SecretQuery query)
    {
        string text = query.Name.Trim();
        AwsArn? arn = AwsArn.Parse(text);
        string name = arn is null ? text : arn.Resource.StartsWith(ArnKind, StringComparison.Ordinal) ? arn.Resource[ArnKind.Length..] : arn.Resource;
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        string? selected = colon < 0 ? null : name[(colon + 1)..];
        return new ParameterName(colon < 0 ? name : name[..colon], query.Version is { Length: > 0 } version ? version : selected, arn);
    }

    /// <summary>Why it cannot be asked for; null where it can.</summary>
    public StoreProblem? Problem(AwsPlace place)
    {
        if (Arn?.Mismatch(AwsService.ParameterStore, place, ArnKind) is { } mismatch)
        {
            return mismatch;
        }

        if (Name.StartsWith(SecretsManagerPrefix, StringComparison.Ordinal))
        {
            return new StoreProblem(Verdict.Misconfigured, $"'{Name}' is a secret of Secrets Manager, which Parameter Store only reads and does not describe", $"ask Secrets Manager for '{Name[SecretsManagerPrefix.Length..]}'");
        }

        return Name.StartsWith("/aws/", StringComparison.Ordinal) ? new StoreProblem(Verdict.Misconfigured, $"'{Name}' is a public parameter of AWS, which can be read and not described", "leave it out: it is no secret")
            : Name.Length is > 0 and <= 2048 && Name.All(c => char.IsAsciiLetterOrDigit(c) || "/_.-".Contains(c, StringComparison.Ordinal)) ? null
            : new StoreProblem(Verdict.Misconfigured, $"'{Name}' is no name of Parameter Store", "correct the reference: letters, digits and /_.-, or an ARN");
    }

    /// <summary>Why it cannot be the name of a new parameter, for people; null where it can.</summary>
    public string? Misfit(AwsPlace place)
    {
        string[] parts = (Name.StartsWith('/') ? Name[1..] : Name).Split('/');
        bool isOwn = Array.Exists(Reserved, start => parts[0].StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return Arn is null && Version is null && Problem(place) is null && Name.Length <= Longest && parts.Length <= MostParts && !isOwn && Array.TrueForAll(parts, part => part.Length > 0) && (parts.Length == 1 || Name[0] == '/')
            ? null : $"it has letters, digits and _.-; a path begins with '/' and has {MostParts} parts at most; 'aws' and 'ssm' begin none";
    }

    /// <summary>Whether a description is of this one.</summary>
    public bool IsOf(JsonElement parameter) =>
        parameter.At("Name").Text() is { } name && Names.Contains(name, StringComparer.Ordinal)
        && (Arn is null || parameter.At("ARN").Text() is not { } told || AwsArn.Parse(told) is not { } arn || arn == Arn with { Resource = ArnKind + Name });
}
