namespace SecretGuard.Cli.Audits;

/// <summary>What an audit does with each key. It knows no terminal.</summary>
/// <param name="session">What is decided.</param>
/// <param name="terms">What an answer writes.</param>
internal sealed class AuditDialog(AuditSession session, AuditTerms terms)
{
    private readonly ReasonChoices _reasons = new();
    private Answer _answer;

    /// <summary>What is decided.</summary>
    public AuditSession Session { get; } = session;

    /// <summary>What the keys do now.</summary>
    public AuditMode Mode { get; private set; }

    /// <summary>The line that is typed; null where none is.</summary>
    public TextPrompt? Prompt { get; private set; }

    /// <summary>The secrets that the next answer decides.</summary>
    public IReadOnlyList<AuditItem> Affected { get; private set; } = [];

    /// <summary>The first of <see cref="Affected"/> that is shown.</summary>
    public int Scroll { get; private set; }

    /// <summary>Which place of the current secret is shown, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>Whether all is shown that is known of the current secret.</summary>
    public bool ShowsMore { get; private set; }

    /// <summary>What the last key came to, where that must be told.</summary>
    public string? Message { get; private set; }

    /// <summary>Whether the user has quit.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Takes a key.</summary>
    public void Press(ConsoleKeyInfo key)
    {
        Message = null;
        try
        {
            switch (Mode)
            {
                case AuditMode.Asking:
                    PressAsking(AuditKeys.Of(key));
                    break;
                case AuditMode.Help:
                    Mode = AuditMode.Asking;
                    break;
                case AuditMode.Many:
                    PressMany(AuditKeys.Of(key));
                    break;
                default:
                    PressPrompt(key);
                    break;
            }
        }
        catch (UsageException error)
        {
            // The decision was not written, so it was not made.
            Close();
            Message = error.Message;
        }
    }

    private void PressAsking(AuditKey key)
    {
        switch (key)
        {
            case AuditKey.Yes or AuditKey.No:
                AskReason(key == AuditKey.Yes ? Answer.Yes : Answer.No, Session.Current is { } item ? [item] : []);
                break;
            case AuditKey.Skip or AuditKey.Back or AuditKey.PageOn or AuditKey.PageBack or AuditKey.First or AuditKey.Last:
                Move(key);
                break;
            case AuditKey.NextPlace or AuditKey.PreviousPlace:
                Place = Math.Clamp(Place + (key == AuditKey.NextPlace ? 1 : -1), 0, Math.Max(0, (Session.Current?.Places.Count ?? 0) - 1));
                break;
            case AuditKey.Undo:
                (Place, Message) = (0, Session.Undo());
                break;
            case AuditKey.Many:
                AskPattern();
                break;
            case AuditKey.Filter:
                (Mode, Prompt) = (AuditMode.Filter, new TextPrompt("Show only (rule:… path:… or words; nothing for all)", [Session.Filter.Text]));
                break;
            case AuditKey.ShowAll:
                Session.Narrow(AuditFilter.Everything);
                break;
            case AuditKey.More:
                ShowsMore = !ShowsMore;
                break;
            case AuditKey.Help:
                Mode = AuditMode.Help;
                break;
            case AuditKey.Quit:
                IsOver = true;
                break;
            default:
                break;
        }
    }

    private void PressMany(AuditKey key)
    {
        switch (key)
        {
            case AuditKey.Yes or AuditKey.No:
                AskReason(key == AuditKey.Yes ? Answer.Yes : Answer.No, Affected);
                break;
            case AuditKey.ShowAll or AuditKey.Quit:
                Close();
                break;
            default:
                Scroll = Math.Clamp(Scroll + key.Step(Affected.Count), 0, Math.Max(0, Affected.Count - 1));
                break;
        }
    }

    private void PressPrompt(ConsoleKeyInfo key)
    {
        PromptStep step = Prompt!.Press(key);
        if (step == PromptStep.Cancelled)
        {
            Close();
        }
        else if (Mode == AuditMode.Reason)
        {
            if (step == PromptStep.Done)
            {
                Decide(Prompt.Text.Trim());
            }
        }
        else if (!AuditFilter.TryParse(Prompt.Text, out AuditFilter filter, out string? error))
        {
            (Affected, Message) = ([], error);
        }
        else if (Mode == AuditMode.Pattern)
        {
            Cover(filter, step == PromptStep.Done);
        }
        else if (step == PromptStep.Done)
        {
            Session.Narrow(filter);
            Close();
        }
    }

    private void AskPattern()
    {
        if (Session.Current is { } item)
        {
            TextPrompt prompt = new("Decide all that match (rule:… path:… or words)", AuditFilter.Like(item, Session.Filter));
            (Mode, Prompt) = (AuditMode.Pattern, prompt);
            Cover(AuditFilter.Parse(prompt.Text), done: false);
        }
    }

    private void Cover(AuditFilter pattern, bool done)
    {
        (Affected, Scroll) = (pattern.IsEmpty ? [] : Session.Covered(pattern), 0);
        if (done && Affected.Count == 0)
        {
            Message = "no secret that is still open matches that at all its places";
        }
        else if (done)
        {
            (Mode, Prompt) = (AuditMode.Many, null);
        }
    }

    private void AskReason(Answer answer, IReadOnlyList<AuditItem> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        (_answer, Affected) = (answer, items);
        string question = (answer == Answer.Yes ? "Why may it be committed?" : "It is real. What is to be done?") + (items.Count == 1 ? "" : $" ({items.Count} secrets)");
        string? typed = terms.Accept(items[0].First).Reason, written = items.Count == 1 ? Session.EntryOf(items[0])?.Reason : null;
        (Mode, Prompt) = (AuditMode.Reason, new TextPrompt(question, _reasons.For(answer, typed, written)));
    }

    private void Decide(string reason)
    {
        if (reason.Length == 0)
        {
            Message = "say why, so that nobody has to find it out again";
            return;
        }

        int before = Session.Decisions;
        Message = Session.Decide(Affected, (item, old) => terms.Entry(item, old, _answer, reason));
        Close();
        if (Session.Decisions > before)
        {
            _reasons.Remember(_answer, reason);
            string what = Affected.Count == 1 ? Affected[0].First.Location.Path : $"{Affected.Count} secrets";
            Message ??= Session.Open == 0 ? "everything is decided; q quits" : $"{(_answer == Answer.Yes ? "accepted" : "real")}: {what} (u takes it back)";
            Session.MoveToOpen();
        }
    }

    private void Move(AuditKey key)
    {
        int before = Session.Position;
        Session.Move(key.Step(Session.Listed.Count));
        Place = 0;
        if (key == AuditKey.Skip && Session.Position == before)
        {
            Message = Session.Open == 0 ? "this is the last one, and everything is decided; q quits" : $"this is the last one; {Session.Open} still to decide";
        }
    }

    private void Close() => (Mode, Prompt, Place) = (AuditMode.Asking, null, 0);
}
