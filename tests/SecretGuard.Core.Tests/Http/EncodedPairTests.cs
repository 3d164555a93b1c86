namespace SecretGuard.Core.Tests.Http;

public sealed class EncodedPairTests
{
    [Theory]
    [InlineData("a.dart", "final auth = base64Encode(utf8.encode('app:[|‹pw›|]'));")]
    [InlineData("a.swift", "let login = \"svc:[|‹pw›|]\".data(using: .utf8)!.base64EncodedString()")]
    [InlineData("a.ps1", "$b = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes(\"svc:[|‹pw›|]\"))")]
    public void Pair_EncodedOnTheSpot_IsFound(string path, string text) => Row.Check(text, path, "http-basic-credentials");

    [Theory]
    [InlineData("a.js", "img.src = 'data:image/gif;base64,R0lGODlhAQABAAD';")]
    [InlineData("a.js", "x = 'data:image/svg+xml;a1,' + btoa(svg);")]
    [InlineData("a.cs", "type == \"xs:base64Binary\"")]
    [InlineData("a.py", "b64encode(f'{user}:{password1}'.encode())")]
    [InlineData("a.py", "b64encode(b'name:value')")]
    public void Text_ThatIsNoPair_IsSilent(string path, string text) => Row.Check(text, path);
}
