namespace SecretGuard.Cli.Rotating;

/// <summary>The steps of a document that says how something is done: the items of its numbered lists (CommonMark, 5.2), each with what is indented below it.</summary>
internal static class Runbook
{
    /// <summary>The steps, each of one line at least; those below a heading about the secret or about rotation, where there is one, else all.</summary>
    /// <param name="text">The document.</param>
    /// <param name="secret">The secret's name.</param>
    public static IReadOnlyList<string> StepsOf(string text, string secret)
    {
        var steps = new List<(string Heading, List<string> Lines)>();
        string heading = "", fence = "";
        bool isInStep = false;
        foreach (string line in text.Split('\n').Select(line => line.TrimEnd()))
        {
            string bare = line.TrimStart();
            int indent = line.Length - bare.Length;
            if (bare.StartsWith("```", StringComparison.Ordinal) || bare.StartsWith("~~~", StringComparison.Ordinal))
            {
                fence = fence.Length == 0 ? bare[..3] : bare.StartsWith(fence, StringComparison.Ordinal) ? "" : fence;
            }

            if (fence.Length == 0 && indent < 4 && bare.StartsWith('#'))
            {
                (heading, isInStep) = (bare.TrimStart('#').Trim(), false);
            }
            else if (fence.Length == 0 && indent < 4 && AfterNumber(bare) is { } step)
            {
                steps.Add((heading, [step]));
                isInStep = true;
            }
            else if (isInStep && (indent > 0 || bare.Length == 0 || bare.StartsWith("```", StringComparison.Ordinal)))
            {
                steps[^1].Lines.Add(line);
            }
            else
            {
                isInStep = false;
            }
        }

        (string Heading, List<string> Lines)[] about = Under(steps, secret) is { Length: > 0 } named ? named : Under(steps, "rotat");
        return [.. (about.Length > 0 ? about : [.. steps]).Select(step => string.Join('\n', step.Lines).TrimEnd())];
    }

    /// <summary>Those below a heading that is the word, else below those that have it.</summary>
    private static (string Heading, List<string> Lines)[] Under(List<(string Heading, List<string> Lines)> steps, string word) =>
        steps.Where(step => step.Heading.Equals(word, StringComparison.OrdinalIgnoreCase)).ToArray() is { Length: > 0 } own ? own
        : [.. steps.Where(step => step.Heading.Contains(word, StringComparison.OrdinalIgnoreCase))];

    /// <summary>What stands after <c>1. </c> or <c>1) </c>; null where no number stands first.</summary>
    private static string? AfterNumber(string line)
    {
        int digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 10 && line.Length > digits + 1 && line[digits] is '.' or ')' && line[digits + 1] == ' ' ? line[(digits + 2)..].Trim() : null;
    }
}
