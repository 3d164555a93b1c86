using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace CleanApp.Security;

internal sealed class SigningOptions
{
    [Required]
    public string SigningKey { get; set; } = "";

    [Required]
    public string Secret { get; set; } = "";

    public string Issuer { get; set; } = "orders";
}

internal sealed class SessionTokens(IOptions<SigningOptions> options)
{
    public string Issue(string user)
    {
        using var signer = ECDsa.Create();
        signer.ImportFromPem(options.Value.SigningKey);
        string session = $"{options.Value.Issuer}/{user}/{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";
        byte[] signature = signer.SignData(Encoding.UTF8.GetBytes(session + options.Value.Secret), HashAlgorithmName.SHA256);
        return $"{session}.{Convert.ToHexString(signature)}";
    }
}
