namespace SecretGuard.CodeFixes.Tests;

/// <summary>What is read has the form that the place needs, and of a text only the secret goes.</summary>
public sealed class FormTests
{
    private const string Read = "Environment.GetEnvironmentVariable(\"§\") ?? throw new InvalidOperationException(\"Set §.\")";

    /// <summary>The variable, a statement, and the statement that it becomes: <c>¤</c> reads the variable.</summary>
    public static TheoryData<string, string, string> Statements => new()
    {
        // Forms of literals.
        { "PASSWORD", "string password = @\"[|‹pw›|]\";", "string password = ¤;" },
        { "PASSWORD", "string password = $\"[|‹pw›|]\";", "string password = ¤;" },
        { "PASSWORD", "string password = \"\"\"[|‹pw›|]\"\"\";", "string password = ¤;" },
        { "PASSWORD", "string password = \"\"\"\n    [|‹pw›|]\n    \"\"\";", "string password = ¤;" },
        { "PASSWORD", "string password = \"[|‹pw›|]\".Trim();", "string password = (¤).Trim();" },
        { "PASSWORD", "object password = (string)\"[|‹pw›|]\";", "object password = (string)(¤);" },
        { "PASSWORD", "string password = (\"[|K|]w7!mp\" + \"oq29xZ\");", "string password = (¤);" },

        // Bytes and characters.
        { "PASSWORD", "byte[] password = Encoding.UTF8.GetBytes(\"[|‹pw›|]\");", "byte[] password = Encoding.UTF8.GetBytes(¤);" },
        { "PASSWORD", "ReadOnlySpan<byte> password = \"[|‹pw›|]\"u8;", "ReadOnlySpan<byte> password = Encoding.UTF8.GetBytes(¤);" },
        { "PASSWORD", "byte[] password = \"[|‹pw›|]\"u8.ToArray();", "byte[] password = Encoding.UTF8.GetBytes(¤);" },
        { "PASSWORD", "ReadOnlySpan<char> password = \"[|‹pw›|]\";", "ReadOnlySpan<char> password = ¤;" },
        { "PASSWORD", "char[] password = { [|‹chars›|] };", "char[] password = (¤).ToCharArray();" },
        { "PASSWORD", "char[] password = new[] { [|‹chars›|] };", "char[] password = (¤).ToCharArray();" },
        { "PASSWORD", "char[] password = [[|‹chars›|]];", "char[] password = (¤).ToCharArray();" },
        { "AES_KEY", "byte[] aesKey = { [|‹bytes›|] };", "byte[] aesKey = Convert.FromBase64String(¤);" },
        { "AES_KEY", "byte[] aesKey = new byte[] { [|‹bytes›|] };", "byte[] aesKey = Convert.FromBase64String(¤);" },
        { "AES_KEY", "byte[] aesKey = [[|‹bytes›|]];", "byte[] aesKey = Convert.FromBase64String(¤);" },
        { "AES_KEY", "Span<byte> aesKey = stackalloc byte[] { [|‹bytes›|] };", "Span<byte> aesKey = Convert.FromBase64String(¤);" },
        { "PASSWORD", "var safe = new System.Security.SecureString(); foreach (char c in \"[|‹pw›|]\") { safe.AppendChar(c); }", "var safe = new System.Security.SecureString(); foreach (char c in ¤) { safe.AppendChar(c); }" },

        // Connection strings and URLs move as a whole, unless code makes them.
        { "ORDERS_CONNECTION_STRING", "string ordersConnectionString = \"Server=db.internal;User Id=svc;Password=[|‹pw›|];Encrypt=true\";", "string ordersConnectionString = ¤;" },
        { "DB_CONNECTION_STRING", "string db = \"Server=db.internal;User Id=svc;\" + \"Password=[|‹pw›|];Encrypt=true\";", "string db = ¤;" },
        { "AMQP_URL", "string amqp = \"amqps://svc:[|‹pw›|]@queue.internal/orders\";", "string amqp = ¤;" },
        { "PASSWORD", "string db = \"Server=\" + host + \";User Id=svc;Password=[|‹pw›|];Encrypt=true\";", "string db = \"Server=\" + host + \";User Id=svc;Password=\" + (¤) + \";Encrypt=true\";" },
        { "PASSWORD", "string db = $\"Server={host};User Id=svc;Password=[|‹pw›|];Encrypt=true\";", "string db = $\"Server={host};User Id=svc;Password={¤};Encrypt=true\";" },
        { "PASSWORD", "string db = $@\"Server={host};User Id=svc;Password=[|‹pw›|];Encrypt=true\";", "string db = $@\"Server={host};User Id=svc;Password={¤};Encrypt=true\";" },
        { "PASSWORD", "string db = $$\"\"\"Server={{host}};User Id=svc;Password=[|‹pw›|];Encrypt=true\"\"\";", "string db = $$\"\"\"Server={{host}};User Id=svc;Password={{¤}};Encrypt=true\"\"\";" },

        // Of other texts the rest stays.
        { "BEARER_TOKEN", "http.DefaultRequestHeaders.Add(\"Authorization\", \"Bearer [|‹jwt›|]\");", "http.DefaultRequestHeaders.Add(\"Authorization\", \"Bearer \" + (¤));" },
        { "PASSWORD", "string sql = \"CREATE USER svc IDENTIFIED BY '[|‹pw›|]'\";", "string sql = \"CREATE USER svc IDENTIFIED BY '\" + (¤) + \"'\";" },
        { "BEARER_TOKEN", "string header = @\"Authorization: Bearer [|‹jwt›|] \".Trim();", "string header = (@\"Authorization: Bearer \" + (¤) + @\" \").Trim();" },
        { "PASSWORD", "string json = \"\"\"{ \"password\": \"[|‹pw›|]\" }\"\"\";", "string json = $$\"\"\"{ \"password\": \"{{¤}}\" }\"\"\";" },
        { "API_KEY", "http.DefaultRequestHeaders.Add(\"X-Api-Key\", \"[|‹tok›|]\");", "http.DefaultRequestHeaders.Add(\"X-Api-Key\", ¤);" },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_ReadsInItsForm(string variable, string before, string after)
    {
        const string Frame = "using System;\nusing System.Text;\n\nstatic class Orders\n{\n    static void Run(string host, System.Net.Http.HttpClient http)\n    {\n        §\n    }\n}\n";
        string read = Read.Replace("§", variable + (after.Contains("FromBase64String", StringComparison.Ordinal) ? " in Base64" : ""), StringComparison.Ordinal).Replace("(\"" + variable + " in Base64\")", "(\"" + variable + "\")", StringComparison.Ordinal);
        new Fixed().Run(Frame.Replace("§", before, StringComparison.Ordinal), $"Read {variable} from the environment", Frame.Replace("§", after.Replace("¤", read, StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void OlderLanguage_CompilesToo() => new Fixed { Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp7_3, IsNullable = false, Libraries = [] }.Run(
        "static class Orders { static string Run(string host) => $\"Server={host};User Id=svc;Password=[|‹pw›|];Encrypt=true\"; }",
        "Read PASSWORD from the environment",
        "using System;\n\nstatic class Orders { static string Run(string host) => $\"Server={host};User Id=svc;Password={Environment.GetEnvironmentVariable(\"PASSWORD\") ?? throw new InvalidOperationException(\"Set PASSWORD.\")};Encrypt=true\"; }".ReplaceLineEndings(Environment.NewLine));
}
