using System.Buffers.Binary;
using System.Formats.Tar;

namespace SecretGuard.Cli.Tests.Archives;

/// <summary>Archives that are damaged, closed, or mean harm: what cannot be read is told with exit code 3, and the rest is scanned.</summary>
public sealed class HostileArchiveTests
{
    private const uint LocalSignature = 0x04034B50;
    private const uint EntrySignature = 0x02014B50;

    [Fact]
    public void Scan_EncryptedMembers_AreToldOnce()
    {
        using var box = new Sandbox();
        byte[] zip = Packed.Zip(("a.py", ArchiveTests.Line(box)), ("b.py", ArchiveTests.Line(box)));
        zip = Packed.With(Packed.With(zip, LocalSignature, 6, 1), EntrySignature, 8, 1);
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.zip", zip);
        outcome.ExitCode.ShouldBe(3);
        outcome.Output.ShouldContain("a.zip!/a.py");
        outcome.Output.ShouldContain("it is encrypted. This holds for 2 members");
    }

    [Fact]
    public void Scan_ATruncatedZip_ScansWhatIsLeft()
    {
        using var box = new Sandbox();
        byte[] noise = new byte[20_000];
        new Random(7).NextBytes(noise);
        byte[] zip = Packed.Zip(("a.py", ArchiveTests.Line(box)), ("b.py", ArchiveTests.Line(box)), ("noise.bin", noise));
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.zip", zip[..^10_000]);
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain(": 2 findings (all critical), 1 not looked at");
        outcome.Output.ShouldContain("cut off or damaged");
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(900, true)]
    public void Scan_ATruncatedTar_ScansWhatIsLeft(int missing, bool isPacked)
    {
        using var box = new Sandbox();
        byte[] noise = new byte[4096];
        new Random(7).NextBytes(noise);
        byte[] tar = Packed.Tar(("a.py", ArchiveTests.Line(box)), ("noise.bin", noise));
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.tar.gz", isPacked ? Packed.Gzip(tar)[..^missing] : tar[..^(1024 + missing)]);
        outcome.ExitCode.ShouldBe(1, outcome.Scrubbed());
        outcome.Output.ShouldContain("a.tar.gz!/a.py\n");
        outcome.Output.ShouldContain("cut off or damaged");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(100)]
    public void Scan_ATruncatedGzip_IsToldAndScannedAsFarAsItGoes(int missing)
    {
        using var box = new Sandbox();
        byte[] noise = new byte[4096];
        new Random(7).NextBytes(noise);
        Sandbox.Outcome found = ArchiveTests.Scan(box, "a.py.gz", Packed.Gzip([.. ArchiveTests.Line(box), .. Packed.Text(Convert.ToHexString(noise))])[..^missing]);
        found.ExitCode.ShouldBe(1, found.Scrubbed());
        found.Output.ShouldContain("cut off or damaged");
        using var clean = new Sandbox();
        ArchiveTests.Scan(clean, "a.txt.gz", Packed.Gzip(Packed.Text("nothing to see"))[..^Math.Min(missing, 12)]).ExitCode.ShouldBe(3);
    }

    [Fact]
    public void Scan_AMemberThatIsABomb_IsNotUnpacked()
    {
        using var box = new Sandbox();
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.zip", Packed.Zip(("bomb.txt", new byte[200 << 20]), ("a.py", ArchiveTests.Line(box))), "--max-file-size", "1GB");
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("a.zip!/bomb.txt");
        outcome.Output.ShouldContain("it unpacks to more than 1000 times its size.");
        outcome.Output.ShouldContain(": 1 finding, 1 not looked at");
    }

    [Fact]
    public void Scan_ABombThatLiesAboutItsSize_IsStopped()
    {
        using var box = new Sandbox();
        byte[] zip = Packed.Zip(("bomb.txt", new byte[200 << 20]));
        int at = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(at + 24), 10);
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.zip", zip, "--max-file-size", "1GB");
        outcome.ExitCode.ShouldBe(3);
        outcome.Output.ShouldContain("it unpacks to more than 1000 times its size.");
    }

    [Fact]
    public void Scan_ABudgetUsedUp_IsToldForTheArchive()
    {
        using var box = new Sandbox();
        byte[] inner = Packed.Zip(("x.bin", Packed.Text(new string('x', 700_000))));
        byte[] zip = Packed.Zip(("a.py", ArchiveTests.Line(box)), ("1.zip", inner), ("2.zip", inner), ("z.py", ArchiveTests.Line(box)));
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.zip", zip, "--max-archive-size", "1MB");
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("a.zip!/a.py\n");
        outcome.Output.ShouldContain("it unpacks to more than 1 MB; what came before was scanned.");
        outcome.Output.ShouldContain("--max-archive-size");
    }

    [Fact]
    public void Scan_TooManyMembers_AreTold()
    {
        using var box = new Sandbox();
        (string, byte[])[] members = [.. Enumerable.Range(0, 100_001).Select(i => ($"{i}", Array.Empty<byte>()))];
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.zip", Packed.Zip(members));
        outcome.ExitCode.ShouldBe(3);
        outcome.Output.ShouldContain("it has more than 100000 members");
    }

    [Fact]
    public void Scan_ArchivesWithoutEnd_EndAtTheDepth()
    {
        using var box = new Sandbox();
        byte[] nested = ArchiveTests.Line(box);
        for (int i = 0; i < 40; i++)
        {
            nested = i % 2 == 0 ? Packed.Zip(("r.zip", nested), ("s.zip", nested)) : Packed.Gzip(nested);
            nested = nested.Length > 100_000 ? Packed.Gzip(nested) : nested;
        }

        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "r.zip", nested);
        outcome.ExitCode.ShouldBe(3);
        outcome.Output.ShouldContain("nested deeper than 4 levels");
    }

    [Fact]
    public void Scan_NamesThatLeadOutside_AreOnlyShown()
    {
        using var box = new Sandbox();
        byte[] tar = Packed.Tar(TarEntryFormat.Ustar, ("../../etc/passwd.py", ArchiveTests.Line(box)), ("/opt/abs.py", ArchiveTests.Line(box)));
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.tar", tar);
        outcome.Output.ShouldContain("a.tar!/etc/passwd.py\n");
        outcome.Output.ShouldContain("a.tar!/opt/abs.py\n");
        Directory.GetFiles(box.Root).ShouldBe([Path.Combine(box.Root, "a.tar")]);
    }

    [Fact]
    public void Scan_LinksAndDoubles_AreNoTrouble()
    {
        using var box = new Sandbox();
        byte[] tar = Packed.Tar(
        [
            new PaxTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = "/etc/passwd" },
            new PaxTarEntry(TarEntryType.HardLink, "hard") { LinkName = "same.py" },
            new PaxTarEntry(TarEntryType.Fifo, "pipe"),
            new PaxTarEntry(TarEntryType.Directory, "folder/"),
            Packed.Entry(TarEntryFormat.Pax, "same.py", ArchiveTests.Line(box)),
            Packed.Entry(TarEntryFormat.Pax, "same.py", ArchiveTests.Line(box)),
        ]);
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.tar", tar);
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("3 files (1 binary), ");
        outcome.Output.ShouldContain(": 2 findings (all critical)\n");
    }

    [Fact]
    public void Scan_HugeNames_AreShortenedOrTold()
    {
        using var box = new Sandbox();
        byte[] zip = Packed.Zip((new string('n', 60_000) + ".py", ArchiveTests.Line(box)));
        byte[] tar = Packed.Tar((new string('m', 3_000_000), ArchiveTests.Line(box)));
        Sandbox.Outcome outcome = ArchiveTests.Scan(box.Write("a.zip", zip), "b.tar.gz", Packed.Gzip(tar));
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("n…n");
        outcome.Output.ShouldContain("the names in it are too long to be read.");
        outcome.Output.Length.ShouldBeLessThan(10_000);
    }

    [Fact]
    public void Scan_OtherPackings_AreTold()
    {
        using var box = new Sandbox();
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.tar.zst", [0x28, 0xB5, 0x2F, 0xFD, .. new byte[100]]);
        outcome.ExitCode.ShouldBe(3);
        outcome.Output.ShouldContain("it is packed as Zstandard, which is not read.");
        box.Run("scan").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Scan_AnUnknownZipMethod_IsTold()
    {
        using var box = new Sandbox();
        byte[] zip = Packed.With(Packed.Zip(("a.py", ArchiveTests.Line(box))), EntrySignature, 10, 93);
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.zip", zip);
        outcome.ExitCode.ShouldBe(3);
        outcome.Output.ShouldContain("it is compressed by a method that is not read");
    }

    [Fact]
    public void Scan_MembersThatAreTooLarge_AreTold()
    {
        using var box = new Sandbox();
        byte[] large = new byte[200_000];
        new Random(7).NextBytes(large);
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "a.zip", Packed.Zip(("large.bin", large), ("a.py", ArchiveTests.Line(box))), "--max-file-size", "100KB");
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("it is larger than 100 KB.");
        outcome.Output.ShouldContain(": 1 finding, 1 not looked at");
    }

    [Fact]
    public void Scan_AnyByteChanged_NeverThrows()
    {
        using var box = new Sandbox();
        byte[] inner = Packed.Zip(("a.py", ArchiveTests.Line(box)), ("b.txt", Packed.Text("text\n")));
        byte[][] seeds = [inner, Packed.Tar(("c.py", ArchiveTests.Line(box)), ("d.zip", inner)), Packed.Gzip(Packed.Tar(("e.zip", inner)))];
        var random = new Random(11);
        for (int i = 0; i < 600; i++)
        {
            byte[] changed = [.. seeds[i % seeds.Length]];
            for (int n = random.Next(1, 5); n > 0; n--)
            {
                changed[random.Next(4, changed.Length)] = (byte)random.Next(256);
            }

            box.Write($"{i}.zip", random.Next(4) == 0 ? changed[..random.Next(5, changed.Length)] : changed);
        }

        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "whole.zip", inner);
        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldBe("secretguard: files listed by git\n");
    }
}
