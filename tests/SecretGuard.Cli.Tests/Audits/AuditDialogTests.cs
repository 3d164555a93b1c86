using SecretGuard.Cli.Audits;
using SecretGuard.Triage;
using static SecretGuard.Cli.Tests.Audits.AuditSamples;

namespace SecretGuard.Cli.Tests.Audits;

/// <summary>Keys, and what becomes of four secrets a to d by them; d is in the baseline without a reason. The mark shows where the user stands.</summary>
public sealed class AuditDialogTests
{
    private const string MadeUp = "no secret: made up for a test";
    private const string Rotate = "real: rotate and remove";

    private static readonly string[] Paths = ["src/a.json", "src/b.json", "tests/c.json", "tests/d.json"];

    [Theory]
    [InlineData("", "*a b c d")]
    [InlineData("y↵", $"a={MadeUp} *b c d")]
    [InlineData("Y↵", $"a={MadeUp} *b c d")]
    [InlineData("n↵", $"a!{Rotate} *b c d")]
    [InlineData("y⎋", "*a b c d")]
    [InlineData("ymine↵", "a=mine *b c d")]
    [InlineData("y⌫⌫↵", $"a=no secret: made up for a te *b c d")]
    [InlineData("y↓↵", "a=no secret: an example or a placeholder *b c d")]
    [InlineData("y↑↵", "a=accepted: opens nothing that matters *b c d")]
    [InlineData("y ↵", "*a b c d")]
    [InlineData("ymine↵y↵", "a=mine b=mine *c d")]
    [InlineData("ymine↵n↵", $"a=mine b!{Rotate} *c d")]
    [InlineData("s", "a *b c d")]
    [InlineData("sb", "*a b c d")]
    [InlineData("b", "*a b c d")]
    [InlineData("↓↓↑", "a *b c d")]
    [InlineData("ssssss", "a b c *d")]
    [InlineData("sy↵", $"a b={MadeUp} *c d")]
    [InlineData("sssy↵", $"*a b c d={MadeUp}")]
    [InlineData("y↵by↓↵", "a=no secret: an example or a placeholder *b c d")]
    [InlineData("y↵u", "*a b c d")]
    [InlineData("y↵n↵uu", "*a b c d")]
    [InlineData("y↵n↵u", $"a={MadeUp} *b c d")]
    [InlineData("u", "*a b c d")]
    [InlineData("!↵y↵", $"a={MadeUp} b={MadeUp} *c d")]
    [InlineData("B↵n↵", $"a!{Rotate} b!{Rotate} *c d")]
    [InlineData("!↵y↵u", "*a b c d")]
    [InlineData("!↵⎋", "*a b c d")]
    [InlineData("!↵qy⎋", "*a b c d")]
    [InlineData("!path:tests/**↵ymine↵", "*a b c=mine d=mine")]
    [InlineData("!path:nowhere/**↵", "*a b c d")]
    [InlineData("!rule:*↵yall↵", "*a=all b=all c=all d=all")]
    [InlineData("ssy↵!path:tests/**↵n↵", $"*a b c={MadeUp} d!{Rotate}")]
    [InlineData("/tests↵", "*c d")]
    [InlineData("/tests↵y↵", $"c={MadeUp} *d")]
    [InlineData("/tests↵⎋", "a b *c d")]
    [InlineData("/tests⎋", "*a b c d")]
    [InlineData("/nothing↵", "")]
    [InlineData("/nothing↵ynu!b⎋", "*a b c d")]
    [InlineData("/tests↵!↵y↵⎋", $"a b *c={MadeUp} d={MadeUp}")]
    [InlineData("?y", "*a b c d")]
    public void Keys_OneAfterTheOther_DecideWhatIsAsked(string keys, string expected)
    {
        AuditDialog dialog = Dialog();
        Press(dialog, keys);
        Describe(dialog.Session).ShouldBe(expected);
        dialog.IsOver.ShouldBeFalse();
        Press(dialog, "⎋⎋q");
        dialog.IsOver.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/path:a[", "Filter", "opens a bracket")]
    [InlineData("!path:nowhere/**↵", "Pattern", "no secret that is still open")]
    [InlineData("y ↵", "Reason", "say why")]
    [InlineData("u", "Asking", "nothing to take back")]
    [InlineData("ssss", "Asking", "the last one; 4 still to decide")]
    [InlineData("!rule:*↵y↵", "Asking", "everything is decided")]
    [InlineData("!↵y↵", "Asking", "accepted: 2 secrets (u takes it back)")]
    [InlineData("!↵y↵u", "Asking", "taken back: 2 decisions")]
    public void Keys_ThatComeToNothingOrMuch_AreTold(string keys, string mode, string message)
    {
        AuditDialog dialog = Dialog();
        Press(dialog, keys);
        dialog.Mode.ToString().ShouldBe(mode);
        dialog.Message!.ShouldContain(message);
    }

    [Fact]
    public void Decision_ThatCannotBeWritten_IsNotMade()
    {
        var file = new DecisionsInMemory { Failure = "cannot write 'secretguard.baseline': the disk is full" };
        AuditDialog dialog = Dialog(file);
        Press(dialog, "y↵");
        dialog.Message.ShouldBe(file.Failure);
        Describe(dialog.Session).ShouldBe("*a b c d");
        file.Failure = null;
        Press(dialog, "y↵");
        Describe(dialog.Session).ShouldBe($"a={MadeUp} *b c d");
        file.Failure = "cannot write";
        Press(dialog, "u");
        Describe(dialog.Session).ShouldBe($"a={MadeUp} *b c d");
        file.Failure = null;
        Press(dialog, "u");
        Describe(dialog.Session).ShouldBe("*a b c d");
    }

    [Fact]
    public void SomebodyElsesDecision_IsShownAndNeverOverwritten()
    {
        var file = new DecisionsInMemory();
        AuditDialog dialog = Dialog(file);
        BaselineEntry theirs = new(Item("src/a.json").Fingerprint) { Reason = "theirs" }, more = new(Item("tests/c.json").Fingerprint) { Reason = "theirs too" };
        file.Baseline = new Baseline([theirs, more]);
        Press(dialog, "y↵");
        dialog.Message!.ShouldContain("nothing was written: somebody else changed the baseline");
        Describe(dialog.Session).ShouldBe("*a=theirs b c=theirs too d");
        file.Baseline.Entries.ShouldBe([theirs, more], ignoreOrder: true);
        file.Baseline = new Baseline([theirs]);
        Press(dialog, "sy↵");
        dialog.Message!.ShouldContain("1 entry is different now");
        Describe(dialog.Session).ShouldBe($"a=theirs b={MadeUp} *c d");
    }

    [Fact]
    public void Undo_OfWhatSomebodyElseHasChangedSince_LeavesTheirs()
    {
        var file = new DecisionsInMemory();
        AuditDialog dialog = Dialog(file);
        Press(dialog, "y↵");
        file.Baseline = new Baseline([new BaselineEntry(Item("src/a.json").Fingerprint) { Reason = "theirs" }]);
        Press(dialog, "u");
        dialog.Message!.ShouldContain("nothing was written");
        Describe(dialog.Session).ShouldBe("a=theirs *b c d");
    }

    [Fact]
    public void Grace_ForWhatIsReal_AcceptsItForSoLong()
    {
        var file = new DecisionsInMemory();
        var dialog = new AuditDialog(new AuditSession([Item("a.json")], file, Today, all: false), Terms(grace: 30));
        Press(dialog, "n↵");
        BaselineEntry entry = file.Baseline.Entries.ShouldHaveSingleItem();
        (entry.Expires, entry.Reason, entry.IsReal).ShouldBe((Today.AddDays(30), Rotate, false));
        AuditStatuses.Of(entry, Today).ShouldBe(AuditStatus.Accepted);
        AuditStatuses.Of(entry, Today.AddDays(31)).ShouldBe(AuditStatus.Expired);
    }

    [Fact]
    public void Yes_ToAnEntryWithAnOwnerAndAnExpiry_KeepsThemUnlessItHasExpired()
    {
        BaselineEntry held = new(Item("a.json").Fingerprint) { Owner = "ops", Expires = Today }, expired = new(Item("b.json").Fingerprint) { Owner = "ops", Expires = Today.AddDays(-1), Reason = "old" };
        var file = new DecisionsInMemory(held, expired);
        var dialog = new AuditDialog(new AuditSession([Item("a.json"), Item("b.json")], file, Today, all: false), Terms());
        Press(dialog, "ymine↵y↵");
        file.Baseline.Entries.ShouldBe([held with { Reason = "mine" }, expired with { Reason = "mine", Expires = null }], ignoreOrder: true);
    }

    [Fact]
    public void All_AsksAboutWhatIsDecidedToo()
    {
        BaselineEntry accepted = new(Item("a.json").Fingerprint) { Reason = "old" }, real = new(Item("b.json").Fingerprint) { Reason = "old", Expires = BaselineEntry.OnNoDay };
        AuditItem[] items = [Item("a.json"), Item("b.json"), Item("c.json")];
        new AuditSession(items, new DecisionsInMemory(accepted, real), Today, all: false).Listed.ShouldBe([items[2]]);
        var dialog = new AuditDialog(new AuditSession(items, new DecisionsInMemory(accepted, real), Today, all: true), Terms());
        Press(dialog, "n↵");
        Describe(dialog.Session).ShouldBe($"a!{Rotate} b!old *c");
    }

    [Fact]
    public void Places_OfOneSecret_AreShownOneAfterTheOther()
    {
        var dialog = new AuditDialog(new AuditSession([Item("src/a.json", "generic-password", "tests/a.json"), Item("b.json")], new DecisionsInMemory(), Today, all: false), Terms());
        Press(dialog, "→→");
        dialog.Place.ShouldBe(1);
        Press(dialog, "s");
        dialog.Place.ShouldBe(0);
    }

    /// <summary>Presses keys: what is typed, and ↵ ⎋ ⌫ and arrows for what they show.</summary>
    internal static void Press(AuditDialog dialog, string keys)
    {
        foreach (char c in keys)
        {
            dialog.Press(c switch
            {
                '↵' => new ConsoleKeyInfo('\r', ConsoleKey.Enter, shift: false, alt: false, control: false),
                '⎋' => new ConsoleKeyInfo('\e', ConsoleKey.Escape, shift: false, alt: false, control: false),
                '⌫' => new ConsoleKeyInfo('\b', ConsoleKey.Backspace, shift: false, alt: false, control: false),
                '↑' => Arrow(ConsoleKey.UpArrow),
                '↓' => Arrow(ConsoleKey.DownArrow),
                '←' => Arrow(ConsoleKey.LeftArrow),
                '→' => Arrow(ConsoleKey.RightArrow),
                _ => new ConsoleKeyInfo(c, ConsoleKey.None, shift: false, alt: false, control: false),
            });
        }
    }

    private static ConsoleKeyInfo Arrow(ConsoleKey key) => new('\0', key, shift: false, alt: false, control: false);

    private static AuditDialog Dialog(DecisionsInMemory? file = null)
    {
        file ??= new DecisionsInMemory(new BaselineEntry(Item(Paths[3]).Fingerprint));
        return new AuditDialog(new AuditSession([.. Paths.Select(path => Item(path))], file, Today, all: false), Terms());
    }

    private static string Describe(AuditSession session) => string.Join(' ', session.Listed.Select((item, i) =>
    {
        string name = Path.GetFileNameWithoutExtension(item.First.Location.Path), mark = i == session.Position ? "*" : "";
        BaselineEntry? entry = session.EntryOf(item);
        return entry?.Reason is null ? mark + name : $"{mark}{name}{(entry.IsReal ? '!' : '=')}{entry.Reason}";
    }));
}
