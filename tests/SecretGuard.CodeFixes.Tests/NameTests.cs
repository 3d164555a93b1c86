namespace SecretGuard.CodeFixes.Tests;

/// <summary>What a secret is called where it is kept.</summary>
public sealed class NameTests
{
    /// <summary>Members of a class, the key in configuration, the variable.</summary>
    public static TheoryData<string, string, string> Members => new()
    {
        { "string smtpPassword = \"[|‹pw›|]\";", "Smtp:Password", "SMTP_PASSWORD" },
        { "string m_password = \"[|‹pw›|]\";", "Password", "PASSWORD" },
        { "string SMTP_PASSWORD = \"[|‹pw›|]\";", "Smtp:Password", "SMTP_PASSWORD" },
        { "string pwd = \"[|‹pw›|]\";", "Password", "PASSWORD" },
        { "string motDePasse = \"[|‹pw›|]\";", "MotDePasse", "MOT_DE_PASSE" },
        { "void M() { string password = null; string temp = \"[|‹pw›|]\"; password = temp; }", "Password", "PASSWORD" },
        { "string session = \"[|‹jwt›|]\";", "Session:Token", "SESSION_TOKEN" },
        { "string wiki = \"[|‹pat›|]\";", "Wiki:AccessToken", "WIKI_ACCESS_TOKEN" },
        { "string gitHubToken = \"[|‹tok›|]\";", "Github:Token", "GITHUB_TOKEN" },
        { "string apiKey = \"[|‹tok›|]\";", "ApiKey", "API_KEY" },
        { "string StripeAPIKey = \"[|‹tok›|]\";", "Stripe:ApiKey", "STRIPE_API_KEY" },
        { "string clientSecret = \"[|‹tok›|]\";", "ClientSecret", "CLIENT_SECRET" },
        { "byte[] key = { [|‹bytes›|] };", "Orders:Key", "ORDERS_KEY" },
        { "void M(Smtp smtp) => smtp.Password = \"[|‹pw›|]\";", "Smtp:Password", "SMTP_PASSWORD" },
        { "void M(Smtp client) => client.Password = \"[|‹pw›|]\";", "Smtp:Password", "SMTP_PASSWORD" },
        { "object M() => new Smtp { Password = \"[|‹pw›|]\" };", "Smtp:Password", "SMTP_PASSWORD" },
        { "Smtp M() => new() { Password = \"[|‹pw›|]\" };", "Smtp:Password", "SMTP_PASSWORD" },
        { "object M() => new MailClient(password: \"[|‹pw›|]\");", "Mail:Password", "MAIL_PASSWORD" },
        { "object M() => new System.Net.NetworkCredential(\"svc\", \"[|‹pw›|]\");", "Password", "PASSWORD" },
        { "object M() => new System.Collections.Generic.Dictionary<string, string> { [\"Mail:Smtp:Password\"] = \"[|‹pw›|]\" };", "Mail:Smtp:Password", "MAIL_SMTP_PASSWORD" },
        { "string GetSmtpPassword() => \"[|‹pw›|]\";", "Smtp:Password", "SMTP_PASSWORD" },
        { "string connectionString = \"Server=db.internal;User Id=svc;Password=[|‹pw›|];Encrypt=true\";", "ConnectionStrings:Default", "CONNECTION_STRING" },
        { "string x = \"https://svc:[|‹pw›|]@example.org/x\";", "Orders:Url", "ORDERS_URL" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void Name_IsThatOfTheCode(string member, string key, string variable)
    {
        IReadOnlyList<string> titles = new Fixed { IsNullable = false }.Titles("class Smtp { public string Password { get; set; } } class MailClient { public MailClient(string password) { } } class Orders { " + member + " }");
        titles.ShouldContain($"Read \"{key}\" from IConfiguration");
        titles.ShouldContain($"Read {variable} from the environment");
    }

    [Fact]
    public void OptionsClass_NamesTheSection() =>
        new Fixed().Titles("class SmtpOptions { public string Password => \"[|‹pw›|]\"; }").ShouldContain("Read SMTP_PASSWORD from the environment");
}
