using SecretGuard.Reporting;
using Spectre.Console;
using Spectre.Console.Rendering;
using Rule = SecretGuard.Rules.Rule;

namespace SecretGuard.Cli.Audits.Screens;

/// <summary>The screen of an audit: head, body and foot, as large as the terminal.</summary>
/// <param name="dialog">What is shown.</param>
/// <param name="sources">Reads the lines around a secret.</param>
/// <param name="rules">What was looked for.</param>
/// <param name="around">Lines to show before and after a secret.</param>
internal sealed class AuditView(AuditDialog dialog, SourceReader sources, IReadOnlyList<Rule> rules, int around) : Renderable
{
    /// <summary>Below this height there is room for little more than the secret, which nobody should decide about without seeing it.</summary>
    private const int Low = 10;

    /// <summary>From this width on there is room for a title.</summary>
    private const int Wide = 70;

    private readonly AuditBody _body = new(dialog, sources, rules, around);

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int height = options.ConsoleSize.Height;
        bool isLow = height < Low;
        ScreenLines screen = new(options, maxWidth), foot = screen.Empty();
        if (!isLow)
        {
            AddHead(screen);
        }

        AddFoot(foot, isLow);
        int room = height - screen.Count - foot.Count;
        _body.AddTo(screen, room);
        screen.SetHeight(height - foot.Count);
        screen.Add(foot);
        screen.SetHeight(height);
        for (int i = 0; i < screen.Count; i++)
        {
            SegmentLine line = screen.Lines[i];
            foreach (Segment segment in line)
            {
                yield return segment;
            }

            // What was there before is written over; the last cell of all would make some terminals scroll.
            yield return Segment.Padding(Math.Max(0, maxWidth - line.CellCount() - (i == screen.Count - 1 ? 1 : 0)));
            if (i < screen.Count - 1)
            {
                yield return Segment.LineBreak;
            }
        }
    }

    private void AddHead(ScreenLines screen)
    {
        AuditSession session = dialog.Session;
        string filter = session.Filter.IsEmpty ? "" : $" · filter: {VisibleText.Of(session.Filter.Text)}";
        string number = session.Listed.Count == 0 ? "0 of 0" : $"{session.Position + 1} of {session.Listed.Count}";
        screen.Add((screen.Width < Wide ? "" : "SecretGuard audit  ", Styles.Title), ($"{number}{filter} · {session.Open} to decide · {session.Count(AuditStatus.Accepted)} accepted · {session.Count(AuditStatus.Real)} real", Style.Plain));
        screen.AddRule();
    }

    private void AddFoot(ScreenLines foot, bool isLow)
    {
        if (!isLow)
        {
            foot.AddRule();
        }

        if (dialog.Message is { } message)
        {
            foot.AddWrapped("", VisibleText.Of(message), most: isLow ? 1 : 2);
        }

        switch (dialog.Mode)
        {
            case AuditMode.Asking:
                if (!isLow)
                {
                    foot.Add("Should this be committed?", Styles.Title);
                }

                KeyLegend.AddFoot(foot, isLow);
                break;
            case AuditMode.Many:
                foot.Add(dialog.Affected.Count == 1 ? "Should this one be committed?" : $"Should these {dialog.Affected.Count} be committed?", Styles.Title);
                foot.Add(("y", Styles.Key), (" yes  ", Style.Plain), ("n", Styles.Key), (" no  ", Style.Plain), ("↑↓", Styles.Key), (" look through  ", Style.Plain), ("Esc", Styles.Key), (" leave it", Style.Plain));
                break;
            case AuditMode.Help:
                foot.Add("any key goes back", Styles.Faint);
                break;
            default:
                AddPrompt(foot, dialog.Prompt!);
                break;
        }
    }

    private static void AddPrompt(ScreenLines foot, TextPrompt prompt)
    {
        foot.Add(prompt.Question, Styles.Title);
        foot.Add(("> ", Styles.Key), (Cells.End(VisibleText.Of(prompt.Text), foot.Width - 3), Styles.Typed), ("▏", Styles.Key));
        foot.Add(("Enter", Styles.Key), (" takes it  ", Style.Plain), ("↑↓", Styles.Key), (prompt.Choices > 1 ? " other choices  " : " as it was  ", Style.Plain), ("Esc", Styles.Key), (" leaves it", Style.Plain));
    }
}
