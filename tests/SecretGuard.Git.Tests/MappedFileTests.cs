using System.Globalization;
using SecretGuard.Git.Packs;

namespace SecretGuard.Git.Tests;

/// <summary>What of a large file was read does not stay in the process's memory.</summary>
public sealed class MappedFileTests : IDisposable
{
    private const int Megabyte = 1 << 20;
    private const int Length = 100 * Megabyte;

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void WhatWasRead_IsGivenBack_AndIsThereAgain()
    {
        using MappedFile file = Map();
        int most = 0;
        for (int at = 0; at < Length; at += Megabyte)
        {
            file.Slice(at, Megabyte).IndexOfAnyExcept((byte)0).ShouldBe(at % (7 * Megabyte) == 0 ? 5 : -1);
            file.NoteRead(at, Megabyte);
            most = Math.Max(most, Resident(file.Path));
        }

        file.Slice(0, 6)[5].ShouldBe((byte)1);
        if (OperatingSystem.IsLinux())
        {
            most.ShouldBeInRange(16 * Megabyte, 40 * Megabyte);
        }
    }

    [Fact]
    public void ALargePiece_IsGivenBackAtOnce()
    {
        using MappedFile file = Map();
        file.Slice(0, Length).Count((byte)1).ShouldBe(15);
        file.NoteRead(0, Length);
        if (OperatingSystem.IsLinux())
        {
            Resident(file.Path).ShouldBeLessThan(Megabyte);
        }

        file.NoteRead(Length - 1, long.MaxValue / 2);
        file.Slice(0, Length).Count((byte)1).ShouldBe(15);
    }

    /// <summary>A file of zeros with a one in the first of every seven megabytes.</summary>
    private MappedFile Map()
    {
        using (FileStream file = File.Create(_sandbox["large"]))
        {
            file.SetLength(Length);
            for (long at = 5; at < Length; at += 7 * Megabyte)
            {
                file.Position = at;
                file.WriteByte(1);
            }
        }

        return new MappedFile(_sandbox["large"]);
    }

    /// <summary>How much of a file the process has in its memory, in bytes; 0 where the system does not say.</summary>
    private static int Resident(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        string[] maps = File.ReadAllLines("/proc/self/smaps");
        int at = Array.FindIndex(maps, line => line.EndsWith(path, StringComparison.Ordinal));
        string size = maps.Skip(at).First(line => line.StartsWith("Rss:", StringComparison.Ordinal));
        return int.Parse(size.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
