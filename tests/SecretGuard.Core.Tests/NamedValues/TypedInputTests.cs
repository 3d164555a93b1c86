namespace SecretGuard.Core.Tests.NamedValues;

public sealed class TypedInputTests
{
    [Theory]
    [InlineData("a.js", "cy.get('#password').type('[|‹pw›|]');")]
    [InlineData("a.js", "cy.get('input[name=password]').type('[|‹pw›|]{enter}');")]
    [InlineData("a.js", "await page.fill('#password', '[|‹pw›|]');")]
    [InlineData("a.js", "await page.type('input[type=\"password\"]', '[|‹pw›|]');")]
    [InlineData("A.java", "driver.findElement(By.id(\"password\")).sendKeys(\"[|‹pw›|]\");")]
    [InlineData("a.py", "self.password_field.send_keys('[|‹pw›|]')")]
    [InlineData("a.rb", "fill_in 'user_password', with: '[|‹pw›|]'")]
    [InlineData("a.html", "<script>$(\"#password\").val(\"[|‹pw›|]\");</script>")]
    public void Password_TypedIntoItsField_IsFound(string path, string text) => Row.Check(text, path, "generic-password");

    [Theory]
    [InlineData("a.js", "cy.get('#email').type('bob2@corp.net');")]
    [InlineData("a.js", "cy.get('#password').type('{enter}');")]
    [InlineData("a.js", "await page.fill('#password-user', 'bob2000');")]
    [InlineData("a.js", "$('#password').val('');")]
    [InlineData("a.js", "fill('#password', password1);")]
    public void Text_ThatIsNoPassword_IsSilent(string path, string text) => Row.Check(text, path);
}
