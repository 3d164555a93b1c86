namespace SecretGuard.Detection.CommandLines;

/// <summary>Where the secrets of some commands stand, as <see cref="Commands"/> lists it.</summary>
/// <param name="places">The places with blanks between them, as <see cref="SecretPlace.Parse"/> reads them; <c>windows</c>; and <c>!Flag</c>.</param>
internal sealed class CommandRow(string places)
{
    private const string Windows = "windows";

    private SecretPlace[]? _places;

    /// <summary>Whether options begin with a slash too, and case does not count.</summary>
    public bool IsWindows { get; } = places.StartsWith(Windows, StringComparison.Ordinal);

    /// <summary>Letters that one option must hold, or empty.</summary>
    public string Flag { get; } = places.IndexOf('!') is >= 0 and var mark ? places.Substring(mark + 1).Split(' ')[0] : "";

    /// <summary>The places.</summary>
    public SecretPlace[] Places => _places ??= Array.ConvertAll(Array.FindAll(places.Split(' '), place => place[0] != '!' && place != Windows), SecretPlace.Parse);
}
