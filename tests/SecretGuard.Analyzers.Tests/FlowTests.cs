namespace SecretGuard.Analyzers.Tests;

/// <summary>Secrets that leave the program.</summary>
public sealed class FlowTests
{
    private const string Logging = "\ninterface ILogger { } static class LoggerExtensions { public static void LogInformation(this ILogger logger, string message, params object[] args) { } }";

    public static TheoryData<string> Leaking =>
    [
        "class C { void M(ILogger logger, string password) => logger.LogInformation(\"Signing in with {Password}\", {|SG1004:password|}); }" + Logging,
        "class C { void M(ILogger logger, string password) => logger.LogInformation($\"Signing in with {{|SG1004:password|}}\"); }" + Logging,
        "class C { void M(ILogger logger, string password) => logger.LogInformation(\"Signing in with \" + {|SG1004:password|}); }" + Logging,
        "class C { void M(string accessToken) => System.Console.WriteLine({|SG1004:accessToken|}); }",
        "class C { void M(string accessToken) => System.Console.Error.WriteLine({|SG1004:accessToken|}); }",
        "class C { void M(string accessToken) => System.Console.WriteLine(\"{0} {1}\", 1, {|SG1004:accessToken|}); }",
        "class C { void M(string accessToken) => System.Diagnostics.Debug.WriteLine(string.Format(\"{0}\", {|SG1004:accessToken|})); }",
        "class C { void M(System.Collections.Generic.IDictionary<string, string> configuration) => System.Console.WriteLine({|SG1004:configuration[\"Db:Password\"]|}); }",
        "class C { void M() => System.Console.WriteLine({|SG1004:System.Environment.GetEnvironmentVariable(\"DB_PASSWORD\")|}); }",
        "class C { void M(Settings settings) => System.Console.WriteLine({|SG1004:settings.GetConnectionString(\"Orders\")|}); } class Settings { public string GetConnectionString(string name) => name; }",
        "class C { void M(string password) => throw new System.InvalidOperationException($\"Cannot sign in with {{|SG1004:password|}}\"); }",
        "class C { void M(System.Diagnostics.Activity activity, string apiKey) => activity.SetTag(\"key\", {|SG1004:apiKey|}); }",
        "[{|SG1004:System.Diagnostics.DebuggerDisplay(\"{User} {Password}\")|}] class C { public string User = \"\", Password = \"\"; }",
    ];

    public static TheoryData<string> Silent =>
    [
        "class C { void M(ILogger logger, string user) => logger.LogInformation(\"Password changed for {User}\", user); }" + Logging,
        "class C { void M(ILogger logger, string password) => logger.LogInformation(\"Password has {Length} characters\", password.Length); }" + Logging,
        "class C { void M(ILogger logger, string password) => logger.LogInformation(\"Password {Masked}\", Mask(password)); string Mask(string text) => \"***\"; }" + Logging,
        "class C { void M(string token) => System.Console.WriteLine(\"unexpected \" + token); }",
        "class C { void M(System.Threading.CancellationToken accessToken) => System.Console.WriteLine(accessToken); }",
        "class C { void M(string passwordHash, string secretName) => System.Console.WriteLine(passwordHash + secretName); }",
        "class C { void M(string password) => throw new System.ArgumentException(\"must not be empty\", nameof(password)); }",
        "class C { void M(string secret) => throw new System.ArgumentException($\"no secret is called '{secret}' here\"); }",
        "class C { void M(Writer writer, string password) => writer.Write(password); class Writer { public void Write(string text) { } } }",
        "[System.Diagnostics.DebuggerDisplay(\"{User}\")] class C { public string User = \"\", Password = \"\"; }",
    ];

    [Theory]
    [MemberData(nameof(Leaking))]
    public void Secret_ThatLeaves_IsReported(string text) => Code.Check(text);

    [Theory]
    [MemberData(nameof(Silent))]
    public void Other_IsSilent(string text) => Code.Check(text);

    [Fact]
    public void Url_IsReportedWhereItIsAskedFor() =>
        new Code { Enabled = "SG1005" }.Run("class C { string M(string apiKey) => $\"https://api.example.net/orders?key={{|SG1005:apiKey|}}\"; }");

    [Fact]
    public void Url_IsSilentByDefault() => Code.Check("class C { string M(string apiKey) => $\"https://api.example.net/orders?key={apiKey}\"; }");

    [Fact]
    public void Test_MayPrint() => new Code { Path = "/repo/tests/OrdersTests.cs" }.Run("class C { void M(string password) => System.Console.WriteLine(password); }");
}
