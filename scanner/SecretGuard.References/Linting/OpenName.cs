namespace SecretGuard.References.Linting;

/// <summary>Names of which parts are not known before a template is filled in: <c>*</c> stands for each, or the template itself where it stands within quotes.</summary>
internal static class OpenName
{
    private static readonly string[] Begins = ["*", "{{", "${", "$("];
    private static readonly char[] Ends = ['*', '}', ')'];

    /// <summary>Whether a part is not known.</summary>
    public static bool IsOpen(string name) => Head(name).Length < name.Length;

    /// <summary>Whether two names may become one: what each says before its first open part and behind its last must agree.</summary>
    public static bool MayBeSame(string left, string right) => !IsOpen(left) && !IsOpen(right)
        ? left == right
        : Agree(Head(left), Head(right), (one, other) => one.StartsWith(other, StringComparison.Ordinal)) && Agree(Tail(left), Tail(right), (one, other) => one.EndsWith(other, StringComparison.Ordinal));

    private static bool Agree(string left, string right, Func<string, string, bool> begins) => left.Length >= right.Length ? begins(left, right) : begins(right, left);

    private static string Head(string name)
    {
        int end = name.Length;
        foreach (string begin in Begins)
        {
            end = name.IndexOf(begin, StringComparison.Ordinal) is var at and >= 0 && at < end ? at : end;
        }

        return name[..end];
    }

    private static string Tail(string name) => IsOpen(name) ? name[(name.LastIndexOfAny(Ends) + 1)..] : name;
}
