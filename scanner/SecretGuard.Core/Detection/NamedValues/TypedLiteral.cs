using System.Text;
using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.NamedValues;

/// <summary>Judges literals where a compiler knows what they are for: the parameter of a known type, whatever it is called.</summary>
public static class TypedLiteral
{
    private static readonly HashSet<string> Programs = new(Commands.All.Select(command => command.Name), StringComparer.OrdinalIgnoreCase);

    /// <summary>The rule and how sure, or null for no secret. <paramref name="path"/> says whether this is a test.</summary>
    public static (Rule Rule, Confidence Confidence)? Judge(string value, NameKind kind, string path)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        var context = new ValueContext(kind, Quoted: true, FileSyntax.Code, FilePlaces.Of(path), kind == NameKind.Password ? Confidence.Medium : null);
        Confidence? confidence = ValueJudge.Judge(bytes, context);
        if (kind == NameKind.CryptoKey && confidence is null or Confidence.Low)
        {
            confidence = ValueJudge.Judge(bytes, context with { Name = NameKind.Password, Stated = Confidence.Medium }); // people choose keys as they choose passwords
        }

        return confidence is { } sure && !PublicSamples.Contains(bytes) ? (GenericRules.For(kind), sure) : null;
    }

    /// <summary>Whether everybody may sign in as this user, with any password.</summary>
    public static bool IsPublicUser(string user) => LoginJudge.IsPublicUser(Encoding.UTF8.GetBytes(user));

    /// <summary>Whether the path says that this is a test, a sample or a document.</summary>
    public static bool IsTrial(string path) => FilePlaces.Of(path) == FilePlace.Trial;

    /// <summary>Whether a word is a program that is known to take secrets as arguments, with or without its folder and <c>.exe</c>.</summary>
    public static bool IsProgram(string word) => Programs.Contains(ProgramName(word));

    /// <summary>The name of a program without its folder and <c>.exe</c>.</summary>
    public static string ProgramName(string word)
    {
        string name = word.Substring(Math.Max(word.LastIndexOf('/'), word.LastIndexOf('\\')) + 1);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }

    /// <summary>Whether the value could be a secret under some name. What cannot is not worth a look at its place.</summary>
    public static bool MayBeSecret(string value)
    {
        if (value.Length is < 3 or > 4096)
        {
            return false;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(value);
        return ValueJudge.Judge(bytes, new ValueContext(NameKind.Password, Quoted: true, FileSyntax.Code, FilePlace.Ordinary)) is not null
            || ValueJudge.Judge(bytes, new ValueContext(NameKind.ApiKey, Quoted: true, FileSyntax.Code, FilePlace.Ordinary)) is not null;
    }
}
