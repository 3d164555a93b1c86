using System.Text.Json;

namespace SecretGuard.Cli.Tests.Archives;

/// <summary>Saved container images: every layer, and what the configuration says.</summary>
public sealed class ImageTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Scan_AnImageLayout_TellsLayersAndConfiguration(bool packsLayers)
    {
        using var box = new Sandbox();
        byte[] first = Packed.Tar(("etc/app.py", ArchiveTests.Line(box)), ("etc/ok.conf", Packed.Text("a = 1\n")));
        byte[] second = Packed.Tar(("etc/.wh.app.py", []), ("srv/b.py", ArchiveTests.Line(box)));
        (first, second) = packsLayers ? (Packed.Gzip(first), Packed.Gzip(second)) : (first, second);
        byte[] config = Config(box);
        byte[] manifest = JsonSerializer.SerializeToUtf8Bytes(new[] { new { Config = Blob(config), RepoTags = new[] { "app:1" }, Layers = new[] { Blob(first), Blob(second) } } });
        byte[] image = Packed.Tar(
            (Blob(first), first),
            (Blob(second), second),
            (Blob(config), config),
            ("index.json", Packed.Text("{\"schemaVersion\":2}")),
            ("manifest.json", manifest),
            ("oci-layout", Packed.Text("{\"imageLayoutVersion\":\"1.0.0\"}")));
        Check(box, image, first, second, config);
    }

    [Fact]
    public void Scan_AnImageOfOlderTools_TellsLayersAndConfiguration()
    {
        using var box = new Sandbox();
        byte[] first = Packed.Tar(("etc/app.py", ArchiveTests.Line(box))), second = Packed.Tar(("srv/b.py", ArchiveTests.Line(box)));
        byte[] config = Config(box);
        byte[] image = Packed.Tar(
            (Packed.Digest(config) + ".json", config),
            (Packed.Digest(first) + "/VERSION", Packed.Text("1.0")),
            (Packed.Digest(first) + "/layer.tar", first),
            (Packed.Digest(second) + "/layer.tar", second),
            ("manifest.json", Packed.Text("[]")));
        Check(box, image, first, second, config);
    }

    private static void Check(Sandbox box, byte[] image, byte[] first, byte[] second, byte[] config)
    {
        Sandbox.Outcome outcome = ArchiveTests.Scan(box, "image.tar", image);
        outcome.ExitCode.ShouldBe(1, outcome.Scrubbed());
        outcome.Output.ShouldContain($"image.tar!layer-{Packed.Digest(first)[..12]}!/etc/app.py\n");
        outcome.Output.ShouldContain($"image.tar!layer-{Packed.Digest(second)[..12]}!/srv/b.py\n");
        string dockerfile = $"image.tar!config-{Packed.Digest(config)[..12]}!/Dockerfile\n";
        outcome.Output.ShouldContain(dockerfile);

        // A variable, which the history repeats, and two steps.
        outcome.Output.ShouldContain(": 5 findings (all critical)\n");
        outcome.Output.ShouldNotContain(".wh.");
    }

    private static byte[] Config(Sandbox box)
    {
        string variable = $"API_TOKEN={box.Secret()}";
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            architecture = "amd64",
            config = new { Env = new[] { "PATH=/usr/bin", variable }, Cmd = new[] { "app", "--serve" }, Labels = new { maintainer = "a team" } },
            history = new object[]
            {
                new { created_by = "/bin/sh -c #(nop) ADD file:1 in / " },
                new { created_by = $"/bin/sh -c #(nop)  ENV {variable}" },
                new { created_by = $"RUN |1 TOKEN={box.Secret()} /bin/sh -c make && make install # buildkit" },
                new { created_by = $"/bin/sh -c git clone https://build:{box.Secret()}@git.example.org/app.git" },
            },
            rootfs = new { type = "layers" },
        });
    }

    private static string Blob(byte[] blob) => "blobs/sha256/" + Packed.Digest(blob);
}
