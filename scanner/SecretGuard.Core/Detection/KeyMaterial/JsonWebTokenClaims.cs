using System.Buffers.Text;
using System.Globalization;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>What a signed token says of itself: as much of its header and claims (RFC 7515, RFC 7519) as tells its kind.</summary>
internal ref struct JsonWebTokenClaims
{
    public ReadOnlySpan<byte> Algorithm { get; private set; }

    public ReadOnlySpan<byte> Issuer { get; private set; }

    public ReadOnlySpan<byte> Subject { get; private set; }

    public ReadOnlySpan<byte> Name { get; private set; }

    public ReadOnlySpan<byte> Role { get; private set; }

    /// <summary>Whether it names a CI job of GitLab.</summary>
    public bool HasGitLabJob { get; private set; }

    /// <summary>Whether it names a Kubernetes service account.</summary>
    public bool HasServiceAccount { get; private set; }

    /// <summary>Seconds since 1970 at which it was issued; 0 where it does not say.</summary>
    public long IssuedAt { get; private set; }

    /// <summary>Seconds since 1970 at which it ends; 0 where it does not say.</summary>
    public long Expires { get; private set; }

    /// <summary>Reads the algorithm; false where this is no header.</summary>
    public bool ReadHeader(ReadOnlySpan<byte> json)
    {
        var members = new JsonMembers(json);
        while (members.MoveNext())
        {
            if (members.Name.SequenceEqual("alg"u8))
            {
                Algorithm = members.Value;
            }
        }

        return members.IsValid;
    }

    /// <summary>Reads the claims; false where this is no JSON object.</summary>
    public bool ReadPayload(ReadOnlySpan<byte> json)
    {
        var members = new JsonMembers(json);
        bool gitLabProject = false, gitLabPipeline = false;
        while (members.MoveNext())
        {
            ReadOnlySpan<byte> name = members.Name;
            Issuer = name.SequenceEqual("iss"u8) ? members.Value : Issuer;
            Subject = name.SequenceEqual("sub"u8) ? members.Value : Subject;
            Name = name.SequenceEqual("name"u8) ? members.Value : Name;
            Role = name.SequenceEqual("role"u8) ? members.Value : Role;
            IssuedAt = name.SequenceEqual("iat"u8) ? Number(members.Value) : IssuedAt;
            Expires = name.SequenceEqual("exp"u8) ? Number(members.Value) : Expires;
            HasServiceAccount |= name.SequenceEqual("kubernetes.io"u8);
            gitLabProject |= name.SequenceEqual("project_path"u8);
            gitLabPipeline |= name.SequenceEqual("pipeline_id"u8);
        }

        HasGitLabJob = gitLabProject && gitLabPipeline;
        return members.IsValid;
    }

    /// <summary>The day on which it ends as <c>yyyy-MM-dd</c>, or null.</summary>
    public readonly string? ExpiryDate() => Expires is > 0 and < 253_402_300_800 // the year 10000
        ? DateTimeOffset.FromUnixTimeSeconds(Expires).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    private static long Number(ReadOnlySpan<byte> value) => Utf8Parser.TryParse(value, out long number, out _) ? number : 0;
}
