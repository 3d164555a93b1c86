namespace SecretGuard.Core.Tests.NamedValues;

/// <summary>Secrets as requests, shells, tools of Windows and initialisers are handed them.</summary>
public sealed class HandedOverTests
{
    [Theory]
    [InlineData("GET https://api.corp.net/\nAuthorization: Basic svc-orders:[|‹pw›|]\n", "a.http")]
    [InlineData("GET https://api.corp.net/\nAuthorization: Basic svc-orders [|‹pw›|]\n", "a.rest")]
    [InlineData("set -gx DB_PASSWORD [|‹pw›|]\n", "config.fish")]
    [InlineData("set -x DB_PASSWORD '[|‹pw›|]'\n", "config.fish")]
    [InlineData("std::string password{\"[|‹pw›|]\"};\n", "a.cpp")]
    [InlineData("<p>Password: [|‹pw›|]</p>\n", "a.html")]
    [InlineData("<pre>password=[|‹pw›|]</pre>\n", "a.html")]
    [InlineData("<w:p><w:r><w:t>Admin password: [|‹pw›|]</w:t></w:r></w:p>", "word/document.xml")]
    [InlineData("<si><t>Password: [|‹pw›|]</t></si>", "xl/sharedStrings.xml")]
    [InlineData("installer.exe /quiet /password:[|‹pw›|]\r\n", "a.cmd")]
    public void Secret_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("Authorization: Basic user:password\n", "a.http")]
    [InlineData("Authorization: Basic {{user}} {{password}}\n", "a.http")]
    [InlineData("Authorization: Basic {{$dotenv ORDERS_LOGIN}}\n", "a.http")]
    [InlineData("Authorization: Basic credentials are sent\n", "a.http")]
    [InlineData("set -gx DB_PASSWORD $argv\n", "config.fish")]
    [InlineData("set DB_PASSWORD first\n", "a.sh")]
    [InlineData("std::string password{};\nstd::string a{\"b1c2d3e4\"};\n", "a.cpp")]
    [InlineData("<p>Password: required</p><p>Token: see chapter 2</p>\n", "a.html")]
    [InlineData("<script>var o = { password: form.p1 };</script>\n", "a.html")]
    [InlineData("<label>Password: <input type=\"password\"></label>\n", "a.html")]
    [InlineData("installer.exe /password:%PW%\r\n", "a.cmd")]
    [InlineData("Authorization: Bearer your-token\n", "a.http")]
    public void WhatIsNone_IsSilent(string text, string path) => Row.Check(text, path);

    [Fact]
    public void ShortBearerInAHeader_IsFound() => Row.Check("Authorization: Bearer [|" + new string([.. "k7Qz9fXw2mRt".Reverse()]) + "|]\n", "a.http");
}
