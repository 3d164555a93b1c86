using System.Text;
using SecretGuard.Stores.Values;

namespace SecretGuard.Cli.Rotating;

/// <summary>A value that the user has: from standard input, or typed without being shown.</summary>
internal static class GivenValue
{
    private const int Most = 65_536;

    /// <summary>Reads it; a line end at its end is not of it.</summary>
    /// <param name="what">What it is for, in the words of a prompt.</param>
    /// <exception cref="UsageException">There is none, or it is too long.</exception>
    public static SecretValue Read(string what) => Console.IsInputRedirected ? Redirected() : Typed(what);

    private static SecretValue Redirected()
    {
        using Stream input = Console.OpenStandardInput();
        using var kept = new MemoryStream();
        byte[] buffer = new byte[8_192];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > Most)
            {
                throw new UsageException($"--stdin: that is more than {Most} bytes");
            }
        }

        var value = SecretValue.OfLine(kept.ToArray());
        return value.IsEmpty ? throw new UsageException("--stdin: nothing came in") : value;
    }

    private static SecretValue Typed(string what)
    {
        Console.Error.Write($"{what} (not shown): ");
        var text = new StringBuilder();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar) && text.Length < Most)
            {
                text.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return text.Length > 0 ? SecretValue.Of(text.ToString()) : throw new UsageException("--stdin: nothing was typed");
    }
}
