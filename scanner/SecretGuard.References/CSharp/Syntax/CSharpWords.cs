namespace SecretGuard.References.CSharp.Syntax;

/// <summary>Words of C#, by what they say to a reader of declarations.</summary>
internal static class CSharpWords
{
    private static readonly HashSet<string> Reserved = Words(
        "return throw new in is as case goto else do using namespace class struct interface enum public private protected internal static readonly const volatile virtual override abstract sealed extern unsafe "
        + "event delegate operator implicit explicit ref out params this base null true false default typeof sizeof checked unchecked stackalloc if for foreach while switch try catch finally lock fixed break "
        + "continue and or when with where into equals on by");

    private static readonly HashSet<string> Contextual = Words(
        "await yield from select orderby ascending descending group join nameof not get set init add remove scoped file global let partial async required");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsReservedWord = Reserved.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsContextualWord = Contextual.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is never the name of what is declared: a keyword, or one that goes on with an expression.</summary>
    public static bool IsReserved(ReadOnlySpan<char> word) => IsReservedWord.Contains(word);

    /// <summary>Whether a word is no type.</summary>
    public static bool IsNoType(ReadOnlySpan<char> word) => IsReservedWord.Contains(word) || IsContextualWord.Contains(word);

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
