using SecretGuard.Detection.Decoding;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>The engine: text in, matches out. Thread-safe; made once for a rule set.</summary>
public sealed class Detector
{
    private readonly SignatureIndex _index;
    private readonly IReadOnlyList<FileMatcher> _files;

    /// <summary>Makes a detector for these rules.</summary>
    public Detector(RuleSet rules)
    {
        Rules = rules;
        _index = rules.Index();
        _files = rules.FileMatchers();
    }

    /// <summary>The rules in force.</summary>
    public RuleSet Rules { get; }

    /// <summary>Every secret in the content, in the order of the text, overlaps resolved. Same input, same output.</summary>
    public IReadOnlyList<Match> Detect(Content content) => Resolve(See(content));

    /// <summary>Of all that was seen, one match for one secret, of the rules in force.</summary>
    public IReadOnlyList<Match> Resolve(IReadOnlyList<Match> seen) => Overlaps.Resolve([.. seen.Where(match => Rules.Contains(match.Rule))]);

    /// <summary>All that any matcher reports, in the order of the text: doubtful, or covered by a better match, or of a rule that is not in force.</summary>
    /// <param name="content">The text.</param>
    /// <param name="stop">Ends the search with an exception: whoever keeps the time knows when.</param>
    public IReadOnlyList<Match> See(Content content, CancellationToken stop = default) => See(content, [], isWhole: true, places: null, stop);

    /// <summary>As <see cref="See(Content, CancellationToken)"/>, where the places are known.</summary>
    /// <param name="content">The text.</param>
    /// <param name="places">What <see cref="FindPlaces(Content, GramPlaces)"/> found in it.</param>
    /// <param name="stop">Ends the search with an exception.</param>
    public IReadOnlyList<Match> See(Content content, GramPlaces places, CancellationToken stop = default) => See(content, [], isWhole: true, places, stop);

    /// <summary>As <see cref="See(Content, CancellationToken)"/>, in and around what is new in a text; the rest was looked at in the text that it comes from.</summary>
    /// <param name="content">The text, as it is stored: not one that was transcoded.</param>
    /// <param name="changes">The ranges of bytes that are new, in order.</param>
    /// <param name="places">Where literals may begin in it, if that is known.</param>
    /// <param name="stop">Ends the search with an exception.</param>
    public IReadOnlyList<Match> SeeChanges(Content content, ReadOnlySpan<TextRange> changes, GramPlaces? places = null, CancellationToken stop = default) =>
        See(content, changes, isWhole: false, places, stop);

    /// <summary>Finds where in a text literals may begin, for it and for what is made of it.</summary>
    /// <param name="content">The text.</param>
    /// <param name="places">Takes them.</param>
    public void FindPlaces(Content content, GramPlaces places) => _index.Find(TextOf(content), places);

    /// <summary>As <see cref="FindPlaces(Content, GramPlaces)"/>, in a text that was made of another one.</summary>
    /// <param name="content">The text.</param>
    /// <param name="source">The places in the other.</param>
    /// <param name="copied">What it has of the other, in its own order.</param>
    /// <param name="places">Takes those of the text.</param>
    public void FindPlaces(Content content, GramPlaces source, ReadOnlySpan<CopiedRange> copied, GramPlaces places) => _index.Find(TextOf(content), source, copied, places);

    /// <summary>Where <see cref="SeeChanges"/> looks: what was seen there before and is not now may depend on what is new.</summary>
    /// <param name="content">The text.</param>
    /// <param name="changes">The ranges of bytes that are new, in order.</param>
    public static IReadOnlyList<TextRange> Around(Content content, ReadOnlySpan<TextRange> changes)
    {
        ReadOnlySpan<byte> text = TextOf(content);
        return [.. Surroundings.Of(text, changes, Surroundings.Near(text, changes), FileSyntaxes.Of(content.Path, text)).Select(around => around.Range)];
    }

    private static ReadOnlySpan<byte> TextOf(Content content) => content.Buffer.AsSpan(0, content.Length);

    private IReadOnlyList<Match> See(Content content, ReadOnlySpan<TextRange> changes, bool isWhole, GramPlaces? places, CancellationToken stop)
    {
        if (content.IsBinary)
        {
            return BinarySecrets.Detect(content.Head);
        }

        if (content.Length == 0 || (changes.Length == 0 && !isWhole))
        {
            return [];
        }

        FileSyntax syntax = FileSyntaxes.Of(content.Path, TextOf(content));
        var context = new ScanContext(content.Buffer, content.Length, content.Path, syntax, new DecodingScope(_index, content.Length), stop);
        foreach (FileMatcher matcher in _files)
        {
            stop.ThrowIfCancellationRequested();
            matcher.Read(context);
        }

        if (isWhole)
        {
            var whole = new TextRange(0, content.Length);
            LookIn(context, whole, places);
            Stretches.Scan(context, whole);
        }
        else
        {
            LookAround(context, changes, places);
        }

        return context.Matches.Count < 2 ? context.Matches : InOrder(context.Matches);
    }

    private static List<Match> InOrder(IReadOnlyList<Match> matches) => [.. matches.OrderBy(match => match.Start)];

    private void LookAround(ScanContext context, ReadOnlySpan<TextRange> changes, GramPlaces? places)
    {
        List<TextRange> near = Surroundings.Near(context.Text, changes);
        foreach ((TextRange range, bool isNear) in Surroundings.Of(context.Text, changes, near, context.Syntax))
        {
            context.IsFar = !isNear;
            LookIn(context, range, places);
        }

        foreach (TextRange range in near)
        {
            Stretches.Scan(context, range);
        }
    }

    private void LookIn(ScanContext context, TextRange range, GramPlaces? places)
    {
        if (places is null)
        {
            _index.Scan(context, range);
        }
        else
        {
            _index.Scan(context, range, places);
        }
    }
}
