namespace SecretGuard.Cli.Audits;

/// <summary>What a key did to a prompt.</summary>
internal enum PromptStep
{
    /// <summary>It is still open.</summary>
    Open,

    /// <summary>The text counts.</summary>
    Done,

    /// <summary>The user thinks better of it.</summary>
    Cancelled,
}

/// <summary>A line that is typed, with ready choices: typing replaces a choice that was not touched yet, the arrows bring the next.</summary>
/// <param name="question">What is asked for.</param>
/// <param name="choices">Ready texts, the default first; at least one.</param>
internal sealed class TextPrompt(string question, IReadOnlyList<string> choices)
{
    private int _choice;
    private bool _isTouched;

    /// <summary>What is asked for.</summary>
    public string Question { get; } = question;

    /// <summary>How many ready texts there are.</summary>
    public int Choices { get; } = choices.Count;

    /// <summary>The text so far.</summary>
    public string Text { get; private set; } = choices[0];

    /// <summary>Takes a key. Control characters never get into the text.</summary>
    public PromptStep Press(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                return PromptStep.Done;
            case ConsoleKey.Escape:
                return PromptStep.Cancelled;
            case ConsoleKey.DownArrow or ConsoleKey.Tab:
                Choose(_choice + 1);
                break;
            case ConsoleKey.UpArrow:
                Choose(_choice + choices.Count - 1);
                break;
            case ConsoleKey.Backspace:
                Edit(Text.Length > 1 && char.IsLowSurrogate(Text[^1]) ? Text[..^2] : Text[..Math.Max(0, Text.Length - 1)]);
                break;
            case ConsoleKey.U when key.Modifiers.HasFlag(ConsoleModifiers.Control):
                Edit("");
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    Edit((_isTouched ? Text : "") + key.KeyChar);
                }

                break;
        }

        return PromptStep.Open;
    }

    private void Choose(int choice)
    {
        _choice = choice % choices.Count;
        (Text, _isTouched) = (choices[_choice], false);
    }

    private void Edit(string text) => (Text, _isTouched) = (text, true);
}
