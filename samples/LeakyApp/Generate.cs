#:property PublishAot=false
// Makes the files in 'leaked' from those in 'templates'. Every {{placeholder}} becomes a value that is drawn at this moment, is known nowhere and opens nothing:
// a repository that is to hold no secrets holds no fake ones either.
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

const string Digits = "0123456789", Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", Lower = "abcdefghijklmnopqrstuvwxyz";
const string Base62 = Digits + Upper + Lower;

string sample = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
string templates = Path.Combine(sample, "templates");
foreach (string template in Directory.EnumerateFiles(templates, "*.in", SearchOption.AllDirectories))
{
    string target = Path.Combine(sample, "leaked", Path.ChangeExtension(Path.GetRelativePath(templates, template), null));
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    File.WriteAllText(target, Regex.Replace(File.ReadAllText(template), "{{([a-z-]+)}}", placeholder => Draw(placeholder.Groups[1].Value)));
}

static string Draw(string kind) => kind switch
{
    "allow" => "secretguard:allow", // in a template it would speak of the template
    "password" => $"{Some(Upper, 2)}{Some(Lower, 4)}!{Some(Digits, 4)}{Some(Lower, 4)}",
    "api-key" => Some(Base62, 40),
    "aes-key" => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    "login" => Convert.ToBase64String(Encoding.UTF8.GetBytes($"orders:{Draw("password")}")),
    "private-key" => Convert.ToBase64String(ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKey()),
    "github-token" => GitHubToken(Some(Base62, 30)),
    _ => throw new ArgumentException($"nobody makes '{kind}'", nameof(kind)),
};

static string Some(string alphabet, int length) => RandomNumberGenerator.GetString(alphabet, length);

// The last six characters are the CRC-32 of the others, by which a true token is told from a made-up one.
static string GitHubToken(string body)
{
    uint sum = uint.MaxValue;
    foreach (byte letter in Encoding.ASCII.GetBytes(body))
    {
        sum ^= letter;
        for (int bit = 0; bit < 8; bit++)
        {
            sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
        }
    }

    string check = "";
    for (uint rest = ~sum; check.Length < 6; rest /= 62)
    {
        check = Base62[(int)(rest % 62)] + check;
    }

    return "ghp_" + body + check;
}
