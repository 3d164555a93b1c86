using System.Formats.Tar;
using System.Text.Json;

namespace SecretGuard.Cli.Tests.Archives;

/// <summary>What <c>scan --archives</c> finds in archives that mean well.</summary>
public sealed class ArchiveTests
{
    [Fact]
    public void Scan_WithoutTheOption_CountsAnArchiveAsBinary()
    {
        using var box = new Sandbox();
        Sandbox.Outcome outcome = box.Write("a.zip", Packed.Zip(("x.py", Line(box)))).Run("scan");
        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("1 file (1 binary), ");
    }

    [Theory]
    [InlineData("package.nupkg", "lib/net8.0/App.config")]
    [InlineData("report.docx", "word/document.xml")]
    [InlineData("no-ending", "BOOT-INF/classes/application.properties")]
    public void Scan_AZip_NamesTheMember(string name, string member)
    {
        using var box = new Sandbox();
        Sandbox.Outcome outcome = Scan(box, name, Packed.Zip(("[Content_Types].xml", Packed.Text("<Types/>\n")), (member, Packed.Text($"<w>\n{box.Secret()}</w>\n"))));
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain($"{name}!/{member}\n");
        outcome.Output.ShouldContain("3 files (1 binary), ");
    }

    [Theory]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public void Scan_ATar_PackedOrNot_NamesTheMember(TarEntryFormat format)
    {
        using var box = new Sandbox();
        byte[] tar = Packed.Tar(format, ("./src/a.py", Line(box)), ("src/b.py", Line(box)));
        Sandbox.Outcome outcome = Scan(box.Write("b.tgz", Packed.Gzip(tar)), "a.tar", tar);
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain(": 4 findings (all critical)\n");
        foreach (string path in (string[])["a.tar!/src/a.py", "a.tar!/src/b.py", "b.tgz!/src/a.py", "b.tgz!/src/b.py"])
        {
            outcome.Output.ShouldContain(path + "\n");
        }
    }

    [Fact]
    public void Scan_OneCompressedFile_HasItsNameWithoutTheEnding()
    {
        using var box = new Sandbox();
        Scan(box, "db/dump.sql.gz", Packed.Gzip(Line(box))).Output.ShouldContain("db/dump.sql.gz!/dump.sql\n");
    }

    [Fact]
    public void Scan_ArchivesInArchives_AreReadFourLevelsDeep()
    {
        using var box = new Sandbox();
        byte[] fourth = Packed.Zip(("a.py", Line(box)), ("fifth.zip", Packed.Zip(("b.py", Line(box)))));
        Sandbox.Outcome outcome = Scan(box, "first.zip", Packed.Zip(("second.tar.gz", Packed.Gzip(Packed.Tar(("third.jar", Packed.Zip(("fourth.zip", fourth))))))));
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("first.zip!/second.tar.gz!/third.jar!/fourth.zip!/a.py\n");
        outcome.Output.ShouldContain("fourth.zip!/fifth.zip");
        outcome.Output.ShouldContain("nested deeper than 4 levels");
        outcome.Output.ShouldContain(": 1 finding, 1 not looked at");
    }

    [Fact]
    public void Scan_KeyFilesInArchives_AreFoundByContent()
    {
        using var box = new Sandbox();
        byte[] store = [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, .. new byte[64]];
        Scan(box, "app.war", Packed.Zip(("WEB-INF/store", store))).Output.ShouldContain("app.war!/WEB-INF/store\n");
    }

    [Theory]
    [InlineData("--exclude", "*.zip!/vendor/**")]
    [InlineData("--exclude", "lib.py")]
    [InlineData("--exclude", "a.zip")]
    public void Scan_ExcludedMembers_AreNotRead(params string[] arguments)
    {
        using var box = new Sandbox();
        Scan(box, "a.zip", Packed.Zip(("vendor/lib.py", Line(box))), arguments).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Scan_WhatIsAcceptedInFiles_IsAcceptedInMembers()
    {
        using var box = new Sandbox();
        byte[] zip = Packed.Zip(
            ("inline.py", Packed.Text($"x = '{box.Secret()}'  # secretguard:allow * test data\n")),
            ("listed.py", Line(box)),
            ("known.py", Line(box)));
        box.Write("secretguard.yml", "allow:\n  - paths: ['*.zip!/listed.py']\n    reason: test data\n").Write("a.zip", zip);
        Sandbox.Outcome made = box.Run("baseline", "create", "--archives");
        made.ExitCode.ShouldBe(0, made.Scrubbed());
        Sandbox.Outcome outcome = box.Run("scan", "--archives");
        outcome.ExitCode.ShouldBe(0, outcome.Scrubbed());
        outcome.Output.ShouldContain("3 suppressed");

        // The scope is the member's own name: packed or not, it is the same secret in the same file.
        box.Write("src/known.py", $"x = '{box.Planted[2]}'\n").Run("scan", "--archives").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Scan_AProjectThatSaysSo_ReadsArchivesInEveryCommand()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "archives: true\n").Write("lib/a.zip", Packed.Zip(("in/x.py", Line(box))));
        box.Run("scan").ExitCode.ShouldBe(1);
        box.Run("baseline", "create").ExitCode.ShouldBe(0);
        box.Run("baseline", "update", "--check").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Explain_AMember_ByPlaceAndByFingerprint()
    {
        using var box = new Sandbox();
        Scan(box, "lib/a.zip", Packed.Zip(("in/x.py", Line(box)), ("in/y.py", Line(box))));
        Sandbox.Outcome byPlace = box.Run("explain", "lib/a.zip!/in/x.py:1");
        byPlace.ExitCode.ShouldBe(0, byPlace.Error);
        byPlace.Output.ShouldStartWith("lib/a.zip!/in/x.py:1:6 ");
        string fingerprint = byPlace.Output.Split("fingerprint")[1].Split('\n')[0].Trim();
        fingerprint.ShouldContain(":x.py:");
        box.Run("explain", fingerprint, "--archives").Output.ShouldBe(byPlace.Output);
    }

    [Fact]
    public void Scan_AnyNumberOfThreads_GivesTheSameReport()
    {
        using var box = new Sandbox();
        for (int i = 0; i < 12; i++)
        {
            box.Write($"{i}.zip", Packed.Zip(("z.py", Line(box)), ("a.py", Line(box)), ("in.tar", Packed.Tar(("m.py", Line(box))))));
        }

        string one = box.Run("scan", "--archives", "--threads", "1").Scrubbed();
        box.Run("scan", "--archives", "--threads", "8").Scrubbed().ShouldBe(one);
        one.ShouldContain(": 36 findings");
        one.IndexOf("0.zip!/a.py", StringComparison.Ordinal).ShouldBeLessThan(one.IndexOf("0.zip!/z.py", StringComparison.Ordinal));
    }

    [Fact]
    public void Scan_StandardInput_MayBeAnArchive()
    {
        using var box = new Sandbox();
        byte[] files = Packed.Zip(("a.py", Line(box)));
        box.Pipe(files, "scan", "--archives", "-").Output.ShouldContain("stdin!/a.py\n");
        box.Pipe(Packed.Gzip(Packed.Tar(("b.py", Line(box)))), "scan", "--archives", "-").Output.ShouldContain("stdin!/b.py\n");
        box.Pipe(Line(box), "scan", "--archives", "-").Output.ShouldContain("stdin\n");
    }

    [Fact]
    public void Scan_Sarif_HasValidAddresses()
    {
        using var box = new Sandbox();
        Scan(box, "a b.zip", Packed.Zip(("c:\\d e#f.py", Line(box))), "--report", "sarif=out.sarif").ExitCode.ShouldBe(1);
        using var sarif = JsonDocument.Parse(box.Read("out.sarif"));
        string uri = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0]
            .GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        uri.ShouldBe("a%20b.zip%21/c%3A/d%20e%23f.py");
        Uri.IsWellFormedUriString(uri, UriKind.Relative).ShouldBeTrue();
    }

    internal static byte[] Line(Sandbox box) => Packed.Text($"x = '{box.Secret()}'\n");

    internal static Sandbox.Outcome Scan(Sandbox box, string name, byte[] archive, params string[] arguments)
    {
        Sandbox.Outcome outcome = box.Write(name, archive).Run(["scan", "--archives", .. arguments]);
        outcome.Error.ShouldNotContain("Exception");
        box.Planted.ShouldAllBe(secret => !outcome.Output.Contains(secret) && !outcome.Error.Contains(secret));
        return outcome;
    }
}
