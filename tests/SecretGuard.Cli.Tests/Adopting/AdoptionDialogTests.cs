using System.Globalization;
using SecretGuard.Cli.Adopting;

namespace SecretGuard.Cli.Tests.Adopting;

public sealed class AdoptionDialogTests
{
    [Fact]
    public void Questions_AreAskedUntilTheyAreAnswered()
    {
        using var input = new StringReader("0\nx\n2\n\n\nown\ny\nno\n");
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var dialog = new AdoptionDialog(input, output);
        dialog.HasAsked.ShouldBeFalse();
        dialog.Choose("Which store", ["vault", "user-secrets\e[2J"]).ShouldBe(1);
        dialog.Ask("Its name", "smtp-password").ShouldBe("smtp-password");
        dialog.Ask("Which", null).ShouldBe("own");
        (dialog.Confirm("Do it now?"), dialog.Confirm("Do it now?")).ShouldBe((true, false));
        Should.Throw<UsageException>(() => dialog.Confirm("Do it now?")).Message.ShouldBe("nothing was chosen, and nothing was done");
        output.ToString().ShouldBe("Which store:\n  1  vault\n  2  user-secrets\\u001B[2J\n1-2: 1-2: 1-2: Its name [smtp-password]: Which: Which: Do it now? [y/N]: Do it now? [y/N]: Do it now? [y/N]: ");
    }
}
