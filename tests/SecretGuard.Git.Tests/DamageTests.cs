using System.Text;

namespace SecretGuard.Git.Tests;

/// <summary>Damage ends as a named problem: no exception, no hang, and what git can still read is read or named.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public static TheoryData<string> Endings => ["*.pack", "*.idx", "loose"];

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [MemberData(nameof(Endings))]
    public void AFlippedByteAnywhere_IsSurvived(string ending)
    {
        string repository = _sandbox.Make(commits: 12);
        string file = Target(repository, ending);
        byte[] whole = File.ReadAllBytes(file);
        var random = new Random(11);
        for (int i = 0; i < 150; i++)
        {
            byte[] broken = [.. whole];
            broken[random.Next(broken.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(file, broken);
            ShouldReadOrNameWhatGitReads(repository, compare: i < 12);
        }
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public void ACutAnywhere_IsSurvived(string ending)
    {
        string repository = _sandbox.Make(commits: 12);
        string file = Target(repository, ending);
        byte[] whole = File.ReadAllBytes(file);
        for (int i = 0; i < 40; i++)
        {
            File.WriteAllBytes(file, whole[..(whole.Length * i / 40)]);
            ShouldReadOrNameWhatGitReads(repository, compare: i % 10 == 5);
        }
    }

    [Fact]
    public void IndexOfAnotherPack_IsNamed()
    {
        string repository = _sandbox.Make();
        string other = _sandbox.Make("other", commits: 41);
        _sandbox.Git(repository, "repack", "-adq");
        _sandbox.Git(other, "repack", "-adq");
        string index = Directory.GetFiles(Path.Combine(repository, ".git/objects/pack"), "*.idx").Single();
        File.Delete(index);
        File.Copy(Directory.GetFiles(Path.Combine(other, ".git/objects/pack"), "*.idx").Single(), index);
        (Collector read, ReadSummary summary) = Collector.Read(repository);
        read.Objects.ShouldBeEmpty();
        summary.Problems.Single().Place.ShouldEndWith(".pack");
        summary.Problems.Single().Reason.ShouldContain("index");
    }

    [Fact]
    public void ADamagedCopy_GivesWayToAWholeOne()
    {
        string repository = _sandbox.Make();
        Dictionary<string, (string Kind, byte[] Content)> expected = Oracle.Objects(repository);

        // Loose objects stay beside the pack.
        _sandbox.Git(repository, "repack", "-aq");
        string file = Target(repository, null);
        byte[] broken = File.ReadAllBytes(file);
        for (int at = 12; at < broken.Length - 20; at += 40)
        {
            broken[at] ^= 0x55;
        }

        File.WriteAllBytes(file, broken);
        (Collector read, ReadSummary summary) = Collector.Read(repository);
        summary.Problems.ShouldBeEmpty();
        read.Objects.Keys.Order().ShouldBe(expected.Keys.Order());
        read.Objects.ShouldAllBe(found => found.Value.Content.SequenceEqual(expected[found.Key].Content));
    }

    [Fact]
    public void DeltasInARing_AreNamed()
    {
        string repository = MakePack(PackWriter.IdDelta(2, [1, 1, 0x90, 1]), PackWriter.IdDelta(1, [1, 1, 0x90, 1]));
        (Collector read, ReadSummary summary) = Collector.Read(repository);
        read.Objects.ShouldBeEmpty();
        summary.Problems.Select(problem => problem.Id).ShouldBe([PackWriter.Id(1), PackWriter.Id(2)], ignoreOrder: true);
        using GitRepository opened = Sandbox.Open(repository);
        opened.TryRead(PackWriter.Id(1), out _, out ObjectProblem? problem).ShouldBeFalse();
        problem!.Reason.ShouldContain("ring");
        opened.TryReadHeader(PackWriter.Id(2), out _, out _).ShouldBeFalse();
        byte[] content = [];
        opened.TryRead(PackWriter.Id(2), 1, ref content, out _, out problem).ShouldBeFalse();
        problem!.Reason.ShouldContain("ring");
    }

    [Theory]
    [InlineData("base size", new byte[] { 2, 1, 0x90, 1 })]
    [InlineData("copy behind the base", new byte[] { 1, 1, 0x91, 1, 1 })]
    [InlineData("copy longer than the base", new byte[] { 1, 2, 0x90, 2 })]
    [InlineData("target too short", new byte[] { 1, 1, 0x90, 1, 0x90, 1 })]
    [InlineData("target not filled", new byte[] { 1, 3, 0x90, 1 })]
    [InlineData("insertion behind the end", new byte[] { 1, 3, 3, 65 })]
    [InlineData("instruction 0", new byte[] { 1, 1, 0 })]
    [InlineData("copy without its bytes", new byte[] { 1, 1, 0xFF })]
    [InlineData("no end of a size", new byte[] { 0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80 })]
    [InlineData("target of 2^40 bytes", new byte[] { 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0x90, 1 })]
    public void ADeltaThatLies_IsNamed(string lie, byte[] delta)
    {
        string repository = MakePack(PackWriter.Blob("x"u8), PackWriter.IdDelta(1, delta));
        (Collector read, ReadSummary summary) = Collector.Read(repository);
        read.Objects.Keys.ShouldBe([PackWriter.Id(1).ToString()]);
        Named(summary).ShouldBe([PackWriter.Id(2)], lie);
    }

    [Theory]
    [InlineData(3, 1L << 32)]
    [InlineData(3, 1L << 50)]
    [InlineData(3, 1000)]
    [InlineData(3, 0)]
    public void AnObjectWithAnotherSizeThanItSays_IsNamed(int kind, long size)
    {
        string repository = MakePack(PackWriter.Blob("x"u8), PackWriter.Entry(kind, size, [], "content"u8));
        (Collector read, ReadSummary summary) = Collector.Read(repository);
        read.Objects.Keys.ShouldBe([PackWriter.Id(1).ToString()]);
        Named(summary).ShouldBe([PackWriter.Id(2)]);
    }

    /// <summary>No limit makes the framework hold more than an array can.</summary>
    [Theory]
    [InlineData(1, 1L << 31)]
    [InlineData(2, 1L << 32)]
    [InlineData(3, (1L << 31) - 1)]
    [InlineData(3, 1L << 31)]
    [InlineData(3, 1L << 50)]
    [InlineData(4, long.MaxValue)]
    public void AnObjectOfMoreThanTwoGigabytes_IsNamed_WhateverTheLimit(int kind, long size)
    {
        string repository = MakePack(PackWriter.Blob("x"u8), PackWriter.Entry(kind, size, [], "content"u8));
        (Collector read, ReadSummary summary) = Collector.Read(repository, new ReadOptions { MaxBlobSize = long.MaxValue });
        read.Objects.Keys.ShouldBe([PackWriter.Id(1).ToString()]);
        Named(summary).ShouldBe([PackWriter.Id(2)]);
        using GitRepository opened = Sandbox.Open(repository);
        opened.TryRead(PackWriter.Id(2), out _, out ObjectProblem? problem).ShouldBeFalse();
        problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("blob 2147483648")]
    [InlineData("commit 99999999999")]
    [InlineData("blob 9223372036854775808")]
    public void ALooseObjectOfMoreThanTwoGigabytes_IsNamed_WhateverTheLimit(string head)
    {
        string repository = _sandbox.Make(commits: 3), id = new('c', 40), folder = Path.Combine(repository, ".git/objects", id[..2]);
        var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(Encoding.ASCII.GetBytes($"{head}\0content"));
        }

        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, id[2..]), packed.ToArray());
        (Collector read, ReadSummary summary) = Collector.Read(repository, new ReadOptions { MaxBlobSize = long.MaxValue });
        read.Objects.ShouldNotContainKey(id);
        read.Objects.ShouldNotBeEmpty();
        Named(summary).Select(named => named.ToString()).ShouldBe([id]);
    }

    [Fact]
    public void DeltasThatGrowLikeBombs_AreLeftOutBySize()
    {
        // Each copies its base 64 times: 64, 4096, … bytes.
        var entries = new List<byte[]> { PackWriter.Blob("x"u8) };
        long size = 1;
        for (int i = 1; i <= 8; i++)
        {
            var delta = new List<byte>();
            PackWriter.AddSize(delta, size);
            PackWriter.AddSize(delta, 64 * size);
            for (int j = 0; j < 64; j++)
            {
                PackWriter.AddCopy(delta, size);
            }

            entries.Add(PackWriter.IdDelta(i, [.. delta]));
            size *= 64;
            if (size > 0xFFFFFF)
            {
                break;
            }
        }

        string repository = MakePack([.. entries]);
        (Collector read, ReadSummary summary) = Collector.Read(repository, new ReadOptions { MaxBlobSize = 100_000 });
        read.Objects.Count.ShouldBe(3);
        (summary.LargeBlobs.Count + summary.Problems.Count).ShouldBe(entries.Count - 3);
    }

    /// <summary>What need not be made is not decompressed: its data, which is not what its head says, is not noticed.</summary>
    [Theory]
    [InlineData(300, 2)]
    [InlineData(50, 0)]
    public void LargeBase_IsDecompressedOnlyForDeltasThatAreNotLarge(long deltaSize, int large)
    {
        var delta = new List<byte>();
        PackWriter.AddSize(delta, 200);
        PackWriter.AddSize(delta, deltaSize);
        PackWriter.AddCopy(delta, deltaSize);
        string repository = MakePack(PackWriter.Blob("x"u8), PackWriter.Entry(3, 200, [], "content"u8), PackWriter.IdDelta(2, [.. delta]));
        (_, ReadSummary summary) = Collector.Read(repository, new ReadOptions { MaxBlobSize = 100 });
        summary.LargeBlobs.Count.ShouldBe(large);
        summary.Problems.Count.ShouldBe(2 - large);
    }

    /// <summary>What says to be larger than any blob may be is named as that.</summary>
    private static IEnumerable<ObjectId> Named(ReadSummary summary) => summary.Problems.Select(problem => problem.Id).Concat(summary.LargeBlobs.Select(large => large.Id));

    private string MakePack(params byte[][] entries)
    {
        _sandbox.Git(_sandbox.Root, "init", "-q", "made");
        PackWriter.Write(Path.Combine(_sandbox["made"], ".git/objects/pack"), entries);
        return _sandbox["made"];
    }

    private string Target(string repository, string? ending)
    {
        if (ending is not (null or "loose"))
        {
            _sandbox.Git(repository, "repack", "-adfq");
        }

        string file = ending == "loose"
            ? Directory.GetFiles(Path.Combine(repository, ".git/objects"), "*", SearchOption.AllDirectories).Where(path => Path.GetFileName(path).Length == 38).Order().First()
            : Directory.GetFiles(Path.Combine(repository, ".git/objects/pack"), ending ?? "*.pack").Single();
        File.SetAttributes(file, FileAttributes.Normal);
        return file;
    }

    private static void ShouldReadOrNameWhatGitReads(string repository, bool compare)
    {
        (Collector read, ReadSummary summary) = Collector.Read(repository);
        read.Twice.ShouldBeEmpty();
        if (!compare)
        {
            return;
        }

        bool isWholeFileNamed = summary.Problems.Any(problem => problem.Id.Length == 0);
        HashSet<string> named = [.. summary.Problems.Select(problem => problem.Id.ToString())];
        foreach ((string id, (string kind, byte[] content)) in Oracle.Objects(repository))
        {
            if (read.Objects.TryGetValue(id, out (string Kind, byte[] Content) found))
            {
                found.Kind.ShouldBe(kind);
                found.Content.AsSpan().SequenceEqual(content).ShouldBeTrue($"{id}: {Encoding.UTF8.GetString(found.Content)}");
            }
            else
            {
                (isWholeFileNamed || named.Contains(id)).ShouldBeTrue(id);
            }
        }
    }
}
