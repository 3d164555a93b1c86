using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Resources;
using SecretGuard.Tasks.Assemblies;

namespace SecretGuard.Tasks.Tests;

/// <summary>The readers of what an assembly embeds.</summary>
public sealed class AssemblyResourcesTests
{
    /// <summary>The framework's reader knows the same of every assembly here: some are large, some have many tables.</summary>
    [Fact]
    public void ManifestResources_AreThoseThatTheFrameworkSees()
    {
        int seen = 0;
        foreach (string path in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Append(typeof(object).Assembly.Location))
        {
            byte[] image = File.ReadAllBytes(path);
            using var reader = new PEReader([.. image]);
            MetadataReader metadata = reader.GetMetadataReader();
            string[] expected = [.. metadata.ManifestResources.Select(metadata.GetManifestResource).Where(resource => resource.Implementation.IsNil).Select(resource => metadata.GetString(resource.Name))];
            ManifestResources.Read(image).Select(resource => resource.Name).ShouldBe(expected, path);
            seen += expected.Length;
        }

        seen.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Strings_AreRead_AndNothingElse()
    {
        string longText = string.Concat(Enumerable.Repeat("a long text with ümlauts ", 900));
        byte[] bytes = Resources(writer =>
        {
            writer.AddResource("Greeting", "hello");
            writer.AddResource("Long", longText);
            writer.AddResource("Number", 17);
            writer.AddResource("Bytes", new byte[] { 1, 2, 3 });
            writer.AddResourceData("Object", "Some.Type, Some.Assembly", [1, 2, 3, 4]);
            writer.AddResource("Nothing", (string?)null);
        });
        ResourceStrings.IsOne(bytes).ShouldBeTrue();
        ResourceStrings.Read(bytes).Order(StringComparer.Ordinal).ShouldBe([longText, "hello"]);
    }

    [Fact]
    public void SomethingElse_IsNone() => ResourceStrings.IsOne("{ \"a\": \"b\", \"c\": 1 }"u8.ToArray()).ShouldBeFalse();

    /// <summary>Whatever is cut off or changed: strings or one kind of exception, and an end.</summary>
    [Fact]
    public void DamagedFiles_EndWell()
    {
        var random = new Random(11);
        byte[] strings = Resources(writer => Enumerable.Range(0, 50).ToList().ForEach(i => writer.AddResource($"Name{i}", $"text {i}")));
        byte[] image = File.ReadAllBytes(typeof(ResourceWriter).Assembly.Location);
        for (int i = 0; i < 400; i++)
        {
            byte[] damaged = i % 2 == 0 ? Damage(strings, random) : Damage(image, random);
            try
            {
                _ = i % 2 == 0 ? ResourceStrings.Read(damaged).Count : ManifestResources.Read(damaged).Count;
            }
            catch (InvalidDataException)
            {
                // Said so.
            }
        }
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        byte[] damaged = whole[..(random.Next(3) == 0 ? random.Next(whole.Length) : whole.Length)];
        for (int j = 0; j < 10 && damaged.Length > 0; j++)
        {
            damaged[random.Next(Math.Min(damaged.Length, 2000))] = (byte)random.Next(256);
        }

        return damaged;
    }

    private static byte[] Resources(Action<ResourceWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new ResourceWriter(stream))
        {
            write(writer);
        }

        return stream.ToArray();
    }
}
