namespace SecretGuard.Core.Tests.NamedValues;

/// <summary>Names of secrets in more languages than English, and what is no secret there.</summary>
public sealed class NamesOfLanguagesTests
{
    [Theory]
    [InlineData("public string ParolaChiave = \"[|‹plain›|]\";")]
    [InlineData("public string claveBd = \"[|‹plain›|]\";")]
    [InlineData("public string motDePasseAdmin = \"[|‹plain›|]\";")]
    [InlineData("public string şifre = \"[|‹plain›|]\";")]
    [InlineData("public string jelszó = \"[|‹plain›|]\";")]
    [InlineData("public string パスワード = \"[|‹plain›|]\";")]
    [InlineData("public string 密码 = \"[|‹plain›|]\";")]
    [InlineData("public string ChiaveApi = \"[|‹tok›|]\";")]
    [InlineData("public string cleApi = \"[|‹tok›|]\";")]
    [InlineData("public string Zugriffsschluessel = \"[|‹tok›|]\";")]
    [InlineData("public string Zugangscode = \"[|862217|]\";")]
    [InlineData("public string doorPin = \"[|862217|]\";")]
    [InlineData("public string PasswordInClearText = \"[|‹plain›|]\";")]
    [InlineData("public string Geheim = \"[|‹tok›|]\";")]
    [InlineData("public string wifiSleutel = \"[|‹plain›|]\";")]
    [InlineData("public string kluczApi = \"[|‹tok›|]\";")]
    [InlineData("public string GeheimeSleutel = \"[|‹tok›|]\";")]
    [InlineData("public string OperatorPassword = \"[|‹plain›|]\";")]
    [InlineData("public string strPass = \"[|‹plain›|]\";")]
    public void Name_IsKnown(string line) => Row.Check(line, "src/Orders.cs");

    [Theory]
    [InlineData("public string claveForanea = \"FK_Orders_Customers\";")]
    [InlineData("public string motDePasseOublie = \"mot de passe oublié\";")]
    [InlineData("public string ParolaChiaveSuggerimento = \"colore delle persiane\";")]
    [InlineData("public string FlagNewPassword = \"enable-passwordless-login-2025\";")]
    [InlineData("public byte[] HostKeyMd5 = Convert.FromHexString(\"‹hex›\");")]
    [InlineData("var second = await vault.GetSecretAsync(\"Payments--StripeSecretKey\", \"‹hex›\");")]
    [InlineData("Authenticate(\"PKCS11\", \"libsofthsm2.so\", \"C_Login(CKU_USER)\");")]
    [InlineData("public string ledPin = \"13\";")]
    [InlineData("public string operatorToken = \"&&\";")]
    [InlineData("public string PubliekeSleutel = \"‹b64›\";")]
    [InlineData("public bool IsEmpty(string mdp) => mdp == \"aucun\";")]
    [InlineData("public bool IsEmpty(string clave) => clave == \"ninguna\";")]
    public void Other_IsSilent(string line) => Row.Check(line, "src/Orders.cs");
}
