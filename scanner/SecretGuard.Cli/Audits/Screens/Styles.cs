using Spectre.Console;

namespace SecretGuard.Cli.Audits.Screens;

/// <summary>How the parts of the screen look. Where there are no colours, what matters is still bold or inverted.</summary>
internal static class Styles
{
    public static readonly Style Title = new(decoration: Decoration.Bold);
    public static readonly Style Faint = new(Color.Grey);
    public static readonly Style Secret = new(Color.Red, decoration: Decoration.Invert);
    public static readonly Style Key = new(Color.Yellow, decoration: Decoration.Bold);
    public static readonly Style Note = new(Color.Green);
    public static readonly Style Typed = new(decoration: Decoration.Underline);
}
