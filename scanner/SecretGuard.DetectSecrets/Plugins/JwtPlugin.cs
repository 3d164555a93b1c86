using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>Finds JSON Web Tokens. The captured text ends at the second dot: the signature is no part of it.</summary>
internal sealed class JwtPlugin() : Plugin("JwtTokenDetector", "JSON Web Token")
{
    private static readonly Lazy<Regex> Format = new(() => new Regex(@"eyJ[A-Za-z0-9_=-]+\.[A-Za-z0-9_=-]+\.?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(30)));

    public override bool MayFind(string text) => text.Contains("eyJ", StringComparison.Ordinal);

    public override void Find(PluginLine line, List<Capture> found)
    {
        if (!MayFind(line.Text))
        {
            return;
        }

        for (Match match = Format.Value.Match(line.Text); match.Success; match = match.NextMatch())
        {
            string[] parts = match.Value.Split('.');
            if (IsJson(parts[0]) && IsJson(parts[1]))
            {
                found.Add(new Capture(match.Value));
            }
        }
    }

    private static bool IsJson(string part)
    {
        try
        {
            byte[] json = Base64Url.DecodeFromChars(part.TrimEnd('='));
            using var document = JsonDocument.Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(json));
            return true;
        }
        catch (Exception error) when (error is FormatException or JsonException or DecoderFallbackException)
        {
            return false;
        }
    }
}
