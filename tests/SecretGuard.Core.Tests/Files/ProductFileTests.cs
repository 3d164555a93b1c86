namespace SecretGuard.Core.Tests.Files;

/// <summary>Places where one product keeps a secret under a word that says nothing elsewhere.</summary>
public sealed class ProductFileTests
{
    [Theory]
    [InlineData("chpasswd:\n  list: |\n    root:[|‹pw›|]\n    ops:[|sunrise|]\n  expire: false\n", "cloud-init.yaml")]
    [InlineData("{ \"type\": \"random_password\", \"attributes\": { \"result\": \"[|‹pw›|]\" } }", "terraform.tfstate")]
    [InlineData("{ \"bearer\": { \"git.corp.net\": \"[|‹tok›|]\" } }", "auth.json")]
    [InlineData("{ \"encrypt\": \"[|‹sig›|]\" }", "consul.json")]
    [InlineData("user app on >[|‹plain›|] ~* +@all\n", "redis.conf")]
    [InlineData("cache_peer proxy.corp.net parent 3128 0 login=svc:[|‹pw›|]\n", "squid.conf")]
    [InlineData("register => jsmith:[|‹pw›|]@sip.corp.net/1001\n", "sip.conf")]
    [InlineData("    option key '[|‹plain›|]'\n", "wireless.conf")]
    [InlineData("username netops privilege 15 password 7 [|‹hex›|]\n", "core.cfg")]
    [InlineData("parameters:\n    env(APP_SECRET): [|‹hex›|]\n", "parameters.yml")]
    [InlineData("${PASSWORD}    [|‹plain›|]\n", "login.robot")]
    [InlineData("[{rabbit, [{default_user, <<\"app\">>}, {default_pass, <<\"[|‹pw›|]\">>}]}].", "rabbitmq.config")]
    [InlineData("{ \"config\": { \"clientSecret\": [ \"[|‹tok›|]\" ] } }", "realm.json")]
    [InlineData("node.override['postgresql']['password']['postgres'] = '[|‹pw›|]'\n", "default.rb")]
    [InlineData("Set-Item env:DB_PASSWORD '[|‹pw›|]'\n", "a.ps1")]
    [InlineData("<credential-reference clear-text=\"[|‹pw›|]\"/>", "standalone.xml")]
    [InlineData("role { 'app': password_hash => postgresql_password('app', '[|‹pw›|]') }", "site.pp")]
    [InlineData("<sharedKey><keyType>passPhrase</keyType><protected>false</protected><keyMaterial>[|‹dotted›|]</keyMaterial></sharedKey>", "wlan.xml")]
    public void Secret_InItsPlace_IsFound(string text, string path) => Row.Check(text, path);

    [Theory]
    [InlineData("chpasswd:\n  expire: false\nusers:\n  - name: ops:admin\n", "cloud-init.yaml")]
    [InlineData("chpasswd:\n  list: |\n    root:RANDOM\n", "cloud-init.yaml")]
    [InlineData("{ \"type\": \"random_pet\", \"attributes\": { \"result\": \"quick-heron-77\" } }", "terraform.tfstate")]
    [InlineData("{ \"bearer\": { \"scheme\": \"bearer\", \"bearerFormat\": \"JWT\" } }", "openapi.json")]
    [InlineData("{ \"encrypt\": \"true\" }", "consul.json")]
    [InlineData("user www-data;\n", "nginx.conf")]
    [InlineData("username field\n", "notes.conf")]
    [InlineData("username the name that opens; password must follow it\n", "notes")]
    [InlineData("${TIMEOUT}    30 seconds\n", "login.robot")]
    [InlineData("<sharedKey><keyType>passPhrase</keyType><protected>true</protected><keyMaterial>‹hex›‹hex›</keyMaterial></sharedKey>", "wlan.xml")]
    [InlineData("<keyMaterial>{psk}</keyMaterial>", "wlan.xml")]
    public void Word_ThatIsNone_IsSilent(string text, string path) => Row.Check(text, path);
}
