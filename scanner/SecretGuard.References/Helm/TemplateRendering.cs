using System.Text;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Helm;

/// <summary>
/// A template with what is known put in. Loops over lists that are known are gone through; of conditions all branches stay, since nobody knows here what a deployment
/// chooses; whatever else is not known stays as it is.
/// </summary>
internal sealed class TemplateRendering
{
    private const int LongestText = 4_000_000;
    private const int MostParts = 200_000; // loops in each other may write nothing at all

    private readonly string _template;
    private readonly string[] _lines;
    private readonly int[] _starts; // of lines
    private readonly StringBuilder _text = new();
    private readonly List<int> _lineOf = []; // the line of the template, for each line that is written
    private readonly List<(int Line, string Place)> _madeOf = []; // the lines that are written with values, and where these stand
    private int _line;
    private int _parts;
    private bool _isFilled;

    /// <summary>Loops that multiply: what such a template says is not worth the time.</summary>
    private bool IsTooMuch => _parts > MostParts || _text.Length > LongestText;

    private TemplateRendering(string template)
    {
        _template = template;
        _lines = template.Split('\n');
        _starts = new int[_lines.Length];
        for (int i = 1; i < _lines.Length; i++)
        {
            _starts[i] = _starts[i - 1] + _lines[i - 1].Length + 1;
        }
    }

    /// <summary>What it becomes.</summary>
    public string Text => _text.ToString();

    /// <summary>Renders a template; null where nothing in it becomes known, and where it is none that can be read.</summary>
    public static TemplateRendering? Of(string template, TemplateScope scope)
    {
        if (TemplateNode.Parse(template) is not { } nodes)
        {
            return null;
        }

        var rendering = new TemplateRendering(template);
        rendering._lineOf.Add(1);
        rendering.Write(nodes, scope);
        return rendering._isFilled && !rendering.IsTooMuch ? rendering : null;
    }

    /// <summary>A place of the text, as the place of the template that it comes from.</summary>
    public Location PlaceOf(Location place)
    {
        int line = LineOf(place.StartLine), end = Math.Max(line, LineOf(place.EndLine));
        ReadOnlySpan<char> first = Line(line), last = Line(end);
        bool isFilled = first.Contains("{{", StringComparison.Ordinal);
        int most = last.TrimEnd().Length + 1, start = Math.Max(1, Math.Min(place.StartColumn, first.Length));
        return place with { StartLine = line, EndLine = end, StartColumn = start, EndColumn = isFilled || place.EndColumn > most ? Math.Max(most, line == end ? start + 1 : 1) : place.EndColumn };
    }

    /// <summary>Where the values stand that were put in at a place of the text.</summary>
    public NamePlaces MadeOf(Location place)
    {
        // They were noted in the order of the lines, and a loop may write many.
        int low = 0, high = _madeOf.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _madeOf[middle].Line < place.StartLine ? (middle + 1, high) : (low, middle);
        }

        return new NamePlaces([.. _madeOf.Skip(low).TakeWhile(put => put.Line <= place.EndLine).Select(put => put.Place).Distinct(StringComparer.Ordinal)]);
    }

    private int LineOf(int line) => _lineOf[Math.Clamp(line, 1, _lineOf.Count) - 1];

    private ReadOnlySpan<char> Line(int line) => line <= _lines.Length ? _lines[line - 1].AsSpan().TrimEnd('\r') : default;

    private void Write(List<TemplateNode> nodes, TemplateScope scope)
    {
        foreach (TemplateNode node in nodes)
        {
            _parts++;
            if (IsTooMuch)
            {
                return;
            }

            _line = LineAt(node.Start);
            switch (node.Keyword)
            {
                case "range":
                    WriteLoop(node, scope);
                    break;
                case "with":
                    TemplateScope within = Assigned(node.Action!["with".Length..].Trim(), scope) ?? scope;
                    Write(node.Body!, within with { Dot = scope.ValueOf(Operand(node.Action!)) });
                    break;
                case "define":
                    break;
                case "if" when scope.Says(Operand(node.Action!)) is { } says:
                    _isFilled = true;
                    Write(Branch(node.Body!, says), scope);
                    break;
                case "if" when IsWithinValue(node):
                    Append([TemplateText.Unknown]); // one of several texts, and not all of them
                    break;
                case "" when node.Action is { } action && Assigned(action, scope) is { } assigned:
                    scope = assigned;
                    break;
                case "":
                    WriteLeaf(node, scope);
                    break;
                default:
                    Write(node.Body!, scope);
                    break;
            }
        }
    }

    /// <summary>Whether a condition stands within a text of one line: <c>key: {{ if .Values.live }}live{{ else }}test{{ end }}-key</c>.</summary>
    private bool IsWithinValue(TemplateNode node) =>
        !_template.AsSpan(_starts[_line - 1], node.Start - _starts[_line - 1]).IsWhiteSpace() && node.Body!.TrueForAll(part => part.Body is null && !_template.AsSpan(part.Start, part.End - part.Start).Contains('\n'));

    /// <summary>What of a condition is read that is known to hold, or not to.</summary>
    private static List<TemplateNode> Branch(List<TemplateNode> body, bool holds)
    {
        int other = body.FindIndex(node => node.Body is null && node.Action?.StartsWith("else", StringComparison.Ordinal) == true);
        return other < 0 ? holds ? body : [] : holds ? body[..other] : body[(other + 1)..];
    }

    /// <summary>What is known behind <c>$name := value</c>; null where this sets nothing, or where the template sets the same name anew.</summary>
    private TemplateScope? Assigned(string action, TemplateScope scope)
    {
        int sign = action.IndexOf(":=", StringComparison.Ordinal);
        string name = sign < 0 ? "" : action[..sign].Trim();
        return name.Length < 2 || name[0] != '$' || name.Contains(',', StringComparison.Ordinal) ? null
            : scope.With(name, _template.Contains($"{name} = ", StringComparison.Ordinal) ? null : action[(sign + 2)..].Trim());
    }

    private void WriteLeaf(TemplateNode node, TemplateScope scope)
    {
        if (node.Action is null)
        {
            Append(_template.AsSpan(node.Start, node.End - node.Start));
        }
        else if (scope.TextOf(node.Action) is { } text && !text.Contains('\n', StringComparison.Ordinal))
        {
            _isFilled = true;
            Append(text);
            _madeOf.AddRange(scope.PlacesOf(node.Action).Select(place => (_lineOf.Count, place)));
        }
        else if (!node.Action.StartsWith("else", StringComparison.Ordinal) && !node.Action.StartsWith("/*", StringComparison.Ordinal))
        {
            Append(_template.AsSpan(node.Start, node.End - node.Start));
        }
    }

    private void WriteLoop(TemplateNode node, TemplateScope scope)
    {
        string operand = Operand(node.Action!);
        string[] variables = node.Action!.IndexOf(":=", StringComparison.Ordinal) is var sign and > 0 ? [.. node.Action["range".Length..sign].Split(',').Select(name => name.Trim())] : [];
        YamlValue list = scope.ValueOf(operand);
        (YamlValue? Key, YamlValue Value)[] items = [.. list.Items.Select(item => ((YamlValue?)null, item)), .. list.Members.Select(member => ((YamlValue?)member.Key, member.Value))];
        _isFilled |= items.Length > 0;
        foreach ((YamlValue? key, YamlValue value) in items.Length == 0 ? [(null, YamlValue.Nothing)] : items)
        {
            if (IsTooMuch)
            {
                return;
            }

            var known = new Dictionary<string, YamlValue>(scope.Variables, StringComparer.Ordinal);
            for (int i = 0; i < variables.Length; i++)
            {
                known[variables[i]] = i == variables.Length - 1 ? value : key ?? YamlValue.Nothing;
            }

            Write(node.Body!, scope with { Dot = value, Variables = known });
        }
    }

    /// <summary>What a block is about: <c>.Values.list</c> of <c>range $i, $item := .Values.list</c>.</summary>
    private static string Operand(string action) => action[(action.IndexOf(":=", StringComparison.Ordinal) is var sign and > 0 ? sign + 2 : action.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? blank : action.Length)..].Trim();

    private void Append(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            _text.Append(character);
            if (character == '\n')
            {
                _line++;
                _lineOf.Add(_line);
            }
        }

        // A line that goes on in another part is of the template's line where it began to say something.
        if (_text.Length > 0 && _text[^1] == '\n')
        {
            return;
        }

        _lineOf[^1] = _line;
    }

    private int LineAt(int index) => Array.BinarySearch(_starts, index) is var at and >= 0 ? at + 1 : ~Array.BinarySearch(_starts, index);
}
