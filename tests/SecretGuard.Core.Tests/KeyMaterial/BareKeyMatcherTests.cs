using System.Text;
using SecretGuard.Detection;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Core.Tests.KeyMaterial;

public sealed class BareKeyMatcherTests
{
    private static readonly Random Random = new(12);

    [Fact]
    public void RealKeys_WithoutArmor_Parse()
    {
        foreach ((string pem, string name) in RealKeys.Clear())
        {
            string body = RealKeys.Body(pem);
            string text = $"key = \"{body}\" # made by hand\nnext = 1\n";
            Match match = Scan.One(text);
            match.Reason.ShouldBe("base64 that parses as a " + name);
            match.Confidence.ShouldBe(Confidence.VeryHigh);
            Scan.Value(text, match).ShouldBe(body);
        }
    }

    [Fact]
    public void Key_OverSeveralLines_IsRead()
    {
        string lines = string.Join('\n', RealKeys.RsaPem.Split('\n')[1..^1]);
        Scan.Finds("key: >-\n" + lines + "\nother: value\n", "private-key", Confidence.VeryHigh, lines);
    }

    [Fact]
    public void Ed25519_WithoutArmor_Parses() =>
        Scan.Finds($"k={Convert.ToBase64String(KeyExamples.Pkcs8(Random))}\n", "private-key", Confidence.VeryHigh);

    [Fact]
    public void OpenSsh_WithoutArmor_Parses()
    {
        string body = Convert.ToBase64String(KeyExamples.OpenSsh(Random, "none"));
        Scan.Finds($"k: {body}\nnext: 1\n", "openssh-private-key", Confidence.VeryHigh, body);
    }

    [Fact]
    public void RandomBase64_WithTheSameHead_IsSilent()
    {
        byte[] body = Convert.FromBase64String(RealKeys.Body(RealKeys.RsaPem));
        for (int i = 7; i < body.Length; i++)
        {
            body[i] = (byte)Random.Next(256);
        }

        Scan.Silent("k = " + Convert.ToBase64String(body));
        Scan.Silent("MII MIIE MIIEvQIBADANBg MIIIBA MHcCAQEE");
    }

    [Fact]
    public void PemInBase64_IsFoundToItsPadding()
    {
        foreach (string end in new[] { "", "\n", "\n\n" })
        {
            string value = Convert.ToBase64String(Encoding.ASCII.GetBytes(RealKeys.RsaPem + end));
            Scan.Finds($"tls.key: {value}\nnext: MoreWords\n", "private-key", Confidence.VeryHigh, value);
        }
    }

    [Fact]
    public void Kubeconfig_ClientKey_IsItsOwnKind()
    {
        using var certificate = RealKeys.Certificate();
        string key = Convert.ToBase64String(Encoding.ASCII.GetBytes(RealKeys.RsaPem + "\n"));
        string text = "users:\n- name: a\n  user:\n    client-certificate-data: "
            + Convert.ToBase64String(Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n")) + "\n    client-key-data: " + key + "\n";
        Scan.Finds(text, "kubeconfig-client-key", Confidence.VeryHigh, key);
    }

    [Fact]
    public void ChainInBase64_WithTheKeyLast_IsFound()
    {
        using var certificate = RealKeys.Certificate();
        string bundle = certificate.ExportCertificatePem() + "\n" + RealKeys.RsaPem + "\n";
        Scan.Finds("bundle=" + Convert.ToBase64String(Encoding.ASCII.GetBytes(bundle)), "private-key", Confidence.VeryHigh);
    }
}
