using System.Globalization;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Adopting;

/// <summary>Asks somebody at a terminal for what the command line leaves open. It shows no values.</summary>
/// <param name="input">What is typed.</param>
/// <param name="output">Where it is asked.</param>
internal sealed class AdoptionDialog(TextReader input, TextWriter output)
{
    /// <summary>One on this terminal; null where nobody is there.</summary>
    public static AdoptionDialog? OnThisTerminal => Console.IsInputRedirected || Console.IsErrorRedirected ? null : new AdoptionDialog(Console.In, Console.Error);

    /// <summary>Whether anything was asked.</summary>
    public bool HasAsked { get; private set; }

    /// <summary>Asks which; the number of it, from 0.</summary>
    /// <exception cref="UsageException">There is no answer.</exception>
    public int Choose(string question, IReadOnlyList<string> choices)
    {
        output.WriteLine($"{question}:");
        for (int i = 0; i < choices.Count; i++)
        {
            output.WriteLine($"  {i + 1}  {VisibleText.Of(choices[i])}");
        }

        while (true)
        {
            string typed = Read($"1-{choices.Count}");
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= choices.Count)
            {
                return number - 1;
            }
        }
    }

    /// <summary>Asks for a text; the usual one where nothing is typed.</summary>
    /// <exception cref="UsageException">There is no answer.</exception>
    public string Ask(string question, string? usual)
    {
        while (true)
        {
            string typed = Read(usual is null ? question : $"{question} [{VisibleText.Of(usual)}]");
            if (typed.Length > 0 || usual is not null)
            {
                return typed.Length > 0 ? typed : usual!;
            }
        }
    }

    /// <summary>Asks whether something is to be done; everything but a yes is a no.</summary>
    public bool Confirm(string question) => Read($"{question} [y/N]") is "y" or "Y" or "yes";

    private string Read(string prompt)
    {
        HasAsked = true;
        output.Write($"{prompt}: ");
        return input.ReadLine()?.Trim() ?? throw new UsageException("nothing was chosen, and nothing was done");
    }
}
