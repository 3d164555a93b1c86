using SecretGuard.Findings;
using SecretGuard.References.Linting.Templates;

namespace SecretGuard.References.Tests.Linting.Templates;

/// <summary>What stands for a value that is filled in, and what does not.</summary>
public sealed class TemplateReaderTests
{
    [Theory]
    [InlineData("$NAME", "NAME")]
    [InlineData("${NAME}", "NAME")]
    [InlineData("a${A}b$B", "A", "B")]
    [InlineData("${NAME:-word}", "NAME:-word")]
    [InlineData("${NAME-word}", "NAME-word")]
    [InlineData("${NAME:=word}", "NAME:=word")]
    [InlineData("${NAME=word}", "NAME=word")]
    [InlineData("${NAME:?say}", "NAME:?say")]
    [InlineData("${NAME?}", "NAME?")]
    [InlineData("${NAME:+word}", "NAME:+word")]
    [InlineData("${NAME:-}", "NAME:-")]
    [InlineData("${A:-${B:-word}}", "A:-${B:-word}", "B:-word")]
    [InlineData("${env:NAME}", "NAME")]
    [InlineData("${NAME:0:4} ${NAME//a/b}", "NAME*", "NAME*")]
    [InlineData("${spring.data-source.password}", "spring.data-source.password")]
    [InlineData("$${NAME} \\${NAME} ${{ secrets.NAME }} $(NAME) $1 ${1} ${}")]
    [InlineData("${NAME:-word")]
    [InlineData("# ${NAME}\n  // ${NAME}\na: 1 # ${NAME}")]
    public void Text_IsReadAsShellsDo(string text, params string[] expected) => Read(text, false).ShouldBe(expected);

    [Theory]
    [InlineData("${NAME:word}", "NAME:word")]
    [InlineData("${a.password:}", "a.password:")]
    [InlineData("${A:${B}}", "A:${B}", "B")]
    public void Colon_IsADefaultInSettings(string text, params string[] expected) => Read(text, true).ShouldBe(expected);

    [Theory]
    [InlineData("POSTGRES_PASWORD", "POSTGRES_PASSWORD", true)]
    [InlineData("MIAL_PASSWORD", "MAIL_PASSWORD", true)]
    [InlineData("MAIL_PASSWORDS", "MAIL_PASSWORD", true)]
    [InlineData("DB1_PASSWORD", "DB2_PASSWORD", false)]
    [InlineData("DB_PASSWORD", "DB2_PASSWORD", false)]
    [InlineData("A_TOKEN", "B_TOKEN", false)]
    [InlineData("MAIL_TOKEN", "MAIL_PASSWORD", false)]
    [InlineData("MAIL_TOKEN", "MAIL_TOKEN", false)]
    public void Name_IsASlip(string left, string right, bool isSlip)
    {
        Slip.IsOne(left, right).ShouldBe(isSlip);
        Slip.IsOne(right, left).ShouldBe(isSlip);
        new Slips(["OTHER_PASSWORD", right]).Near(left).Any().ShouldBe(isSlip && left.Length > 8);
    }

    [Fact]
    public void Lines_AreReadWithTheirSections()
    {
        const string Text = "; a\n# b = c\n[mail]\nuser = shop\r\nexport TOKEN='a b' # why\n  spring.password: x # y\n\n[db.main]\npassword=\"p\"\nno setting\n";
        SettingLines.In(Text).Select(line => $"{line.Key}@{Text.Substring(line.Start, line.Length)}={line.Value}").ShouldBe(
            ["mail:user@user=shop", "mail:TOKEN@TOKEN=a b", "mail:spring:password@spring.password=x", "db.main:password@password=p"]);
    }

    /// <summary>Name, sign and default, and that the place is that of the name.</summary>
    private static string[] Read(string text, bool hasColon) =>
    [
        .. TemplateReader.In(text, (start, length) => new Location("", 1, start, 1, start + length), hasColon).Select(variable =>
        {
            text.Substring(variable.Location.StartColumn, variable.Location.EndColumn - variable.Location.StartColumn).ShouldBe(variable.Name);
            return $"{variable.Name}{variable.Sign}{variable.Default}";
        }),
    ];
}
