using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace CleanApp.Security;

internal sealed class CardOptions
{
    [Required]
    [Base64String]
    public string EncryptionKey { get; set; } = "";
}

internal sealed class CardCipher(IOptions<CardOptions> options)
{
    private readonly byte[] _encryptionKey = Convert.FromBase64String(options.Value.EncryptionKey);

    public string Encrypt(string card)
    {
        using var aes = Aes.Create();
        aes.Key = _encryptionKey;
        return Convert.ToBase64String([.. aes.IV, .. aes.EncryptCbc(Encoding.UTF8.GetBytes(card), aes.IV)]);
    }
}
