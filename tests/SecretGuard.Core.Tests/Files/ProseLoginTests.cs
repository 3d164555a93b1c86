namespace SecretGuard.Core.Tests.Files;

/// <summary>Logins and passwords that documents tell their readers.</summary>
public sealed class ProseLoginTests
{
    [Theory]
    [InlineData("Default credentials: admin / [|‹plain›|]\n", "README.md")]
    [InlineData("- Jenkins: `admin` / `[|‹plain›|]`\n", "wiki.md")]
    [InlineData("login/pass: admin/[|‹plain›|]\n", "notes.txt")]
    [InlineData("Use user **demo** with password **[|‹plain›|]**.\n", "howto.md")]
    [InlineData("a valid user name and the password ``\"[|h4x0rz|]\"``.\n", "guide.rst")]
    [InlineData("<p>with a password of <code>[|s3cr3tx|]</code>, add it</p>", "howto.html")]
    [InlineData("Ihr Startpasswort ist [|‹pw›|].\n", "mail.txt")]
    [InlineData("mot de passe : [|‹plain›|]\n", "notes.txt")]
    [InlineData("mount with username=svc,password=[|mail_3047|],uid=1000\n", "notes.txt")]
    public void Login_InADocument_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("Use the `x86` / `x64` builds.\n", "README.md")]
    [InlineData("login: see :man:`imapd.conf(5)` for realms\n", "README.rst")]
    [InlineData("* pop3-login: Error: fd_send(pop3, 18) failed\n", "ChangeLog.txt")]
    [InlineData("Credentials: user / password\n", "README.md")]
    [InlineData("Lower case the password \"before\" or \"after\"\n", "README.txt")]
    [InlineData("support for ?user=xxxx&password=yyyy in URLs\n", "changes.txt")]
    [InlineData("password = strchr (user, ':');\n", "headers.rst")]
    [InlineData("# Password of myuser: #type password for my user\n", "README.md")]
    public void Sentence_AboutLogins_IsSilent(string text, string path) => Row.Check(text, path);
}
