namespace SecretGuard.References.Linting;

/// <summary>Names of which parts are not known before a template is filled in: <c>*</c> stands for each.</summary>
internal static class OpenName
{
    private const char Open = '*';
    private const string Opens = "{{", Closes = "}}"; // a template within quotes is text to YAML

    /// <summary>Whether a part is not known.</summary>
    public static bool IsOpen(string name) => name.Contains(Open, StringComparison.Ordinal) || name.Contains(Opens, StringComparison.Ordinal);

    /// <summary>Whether two names may become one: what each says before its first open part and behind its last must agree.</summary>
    public static bool MayBeSame(string left, string right) => !IsOpen(left) && !IsOpen(right)
        ? left == right
        : Agree(Head(left), Head(right), (one, other) => one.StartsWith(other, StringComparison.Ordinal)) && Agree(Tail(left), Tail(right), (one, other) => one.EndsWith(other, StringComparison.Ordinal));

    private static bool Agree(string left, string right, Func<string, string, bool> begins) => left.Length >= right.Length ? begins(left, right) : begins(right, left);

    private static string Head(string name) => name[..Math.Min(First(name, name.IndexOf(Open, StringComparison.Ordinal)), First(name, name.IndexOf(Opens, StringComparison.Ordinal)))];

    private static string Tail(string name) => name[Math.Max(name.LastIndexOf(Open) + 1, name.LastIndexOf(Closes, StringComparison.Ordinal) is var close and >= 0 ? close + Closes.Length : 0)..];

    private static int First(string name, int at) => at < 0 ? name.Length : at;
}
