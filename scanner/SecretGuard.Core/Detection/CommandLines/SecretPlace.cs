namespace SecretGuard.Detection.CommandLines;

/// <summary>Which part of an argument is the secret.</summary>
internal enum SecretPart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>What follows the first colon: <c>user:password</c>.</summary>
    Colon,

    /// <summary>What follows the first percent sign: <c>user%password</c>.</summary>
    Percent,

    /// <summary>What follows the first comma: <c>user,password</c>.</summary>
    Comma,

    /// <summary>Between the first slash and the last at sign: <c>user/password@host</c>.</summary>
    Slash,

    /// <summary>The value of <c>name=value</c> where the name says secret.</summary>
    Pair,
}

/// <summary>One place of a command that holds a secret.</summary>
/// <param name="Option">The option, empty for a positional argument.</param>
/// <param name="IsAttached">Whether the value follows the option without a blank.</param>
/// <param name="Ordinal">Which positional argument, from 1; <see cref="Last"/>, <see cref="Named"/> or <see cref="Any"/>.</param>
/// <param name="Part">Which part of the argument.</param>
internal sealed record SecretPlace(string Option, bool IsAttached, int Ordinal, SecretPart Part)
{
    /// <summary>The last of at least two positional arguments.</summary>
    public const int Last = -1;

    /// <summary>The positional argument after one that is a name which says secret.</summary>
    public const int Named = -2;

    /// <summary>Every positional argument.</summary>
    public const int Any = -3;

    /// <summary>Parses <c>-p</c>, <c>-p*</c> (attached), <c>#2</c>, <c>#last</c>, <c>#named</c>, <c>#any</c>, each with <c>~colon</c> and the like behind it.</summary>
    public static SecretPlace Parse(string text)
    {
        int tilde = text.IndexOf('~');
        SecretPart part = tilde < 0 ? SecretPart.Whole : text.Substring(tilde + 1) switch
        {
            "colon" => SecretPart.Colon,
            "percent" => SecretPart.Percent,
            "comma" => SecretPart.Comma,
            "slash" => SecretPart.Slash,
            "pair" => SecretPart.Pair,
            _ => throw new ArgumentException("unknown part in " + text, nameof(text)),
        };
        string place = tilde < 0 ? text : text.Substring(0, tilde);
        if (place[0] == '#')
        {
            int ordinal = place switch { "#last" => Last, "#named" => Named, "#any" => Any, _ => place[1] - '0' };
            return new SecretPlace("", false, ordinal, part);
        }

        bool attached = place[place.Length - 1] == '*';
        return new SecretPlace(attached ? place.Substring(0, place.Length - 1) : place, attached, 0, part);
    }
}
