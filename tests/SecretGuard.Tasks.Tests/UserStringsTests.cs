using SecretGuard.Tasks.Assemblies;

namespace SecretGuard.Tasks.Tests;

/// <summary>The reader of literals in assemblies.</summary>
public sealed class UserStringsTests
{
    [Fact]
    public void Read_GivesTheLiteralsOfThisAssembly()
    {
        string made = "a literal of this test, with ümlauts and €" + Environment.NewLine;
        UserStrings.Read(File.ReadAllBytes(typeof(UserStringsTests).Assembly.Location)).ShouldContain(made.TrimEnd());
    }

    [Fact]
    public void Read_OfSomethingElse_SaysSo()
    {
        foreach (byte[] image in (byte[][])[[], new byte[100], File.ReadAllBytes(Path.ChangeExtension(typeof(UserStringsTests).Assembly.Location, ".runtimeconfig.json"))])
        {
            Should.Throw<InvalidDataException>(() => UserStrings.Read(image));
        }
    }

    /// <summary>Whatever is cut off or changed: strings or one kind of exception, and an end.</summary>
    [Fact]
    public void Read_OfADamagedAssembly_EndsWell()
    {
        var random = new Random(7);
        byte[] whole = File.ReadAllBytes(typeof(UserStrings).Assembly.Location);
        for (int i = 0; i < 300; i++)
        {
            byte[] damaged = whole[..(i % 3 == 0 ? random.Next(whole.Length) : whole.Length)];
            for (int j = 0; j < 40 && damaged.Length > 0; j++)
            {
                damaged[random.Next(Math.Min(damaged.Length, 2000))] = (byte)random.Next(256);
            }

            try
            {
                UserStrings.Read(damaged);
            }
            catch (InvalidDataException)
            {
                // Said so.
            }
        }
    }
}
