using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SecretGuard.Yaml;

/// <summary>
/// A parser that throws <see cref="YamlException"/> for whatever is no YAML: that of YamlDotNet throws others for a bracket or a quote that nobody closes.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="skipComments">Whether comments are no events.</param>
internal sealed class SoundParser(TextReader text, bool skipComments = true) : IParser
{
    /// <summary>What is said where the parser itself cannot tell.</summary>
    public const string Unfinished = "it ends in the midst of something, or a bracket or quote is not closed";

    private readonly Parser _parser = new(new Scanner(text, skipComments));

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or NullReferenceException)
        {
            Mark end = Current?.End ?? default;
            throw new YamlException(end, end, Unfinished, error);
        }
    }
}
