using System.Globalization;

namespace SecretGuard.Tasks.Assemblies;

/// <summary>
/// Where the tables of the metadata stand (ECMA-335, II.22 and II.24.2.6). They stand one behind the other without a directory, so that the width of every row
/// before has to be known.
/// </summary>
internal sealed class MetadataTables
{
    private const int Header = 24;
    private const int SmallHeap = 1 << 16;

    /// <summary>The columns up to the table of resources: bytes, s(trings), g(uids), b(lobs), a table by its number, or a choice of tables by its name.</summary>
    private static readonly string[] Columns =
    [
        "2 s g g g", "Scope s s", "4 s s Type T04 T06", "T04", "2 s b", "T06", "4 2 2 s b T08", "T08", "2 2 s", "T02 Type", "Parent s b", "2 Constant b", "Attributed Constructor b",
        "Marshal b", "2 Secured b", "2 4 T02", "4 T04", "b", "T02 T14", "T14", "2 s Type", "T02 T17", "T17", "2 s b", "2 T06 Semantics", "T02 Method Method", "s", "b", "2 Forwarded s T1A",
        "4 T04", "4 4", "4", "4 2 2 2 2 4 b s s", "4", "4 4 4", "2 2 2 2 4 b s s b", "4 T23", "4 4 4 T23", "4 s b", "4 4 s s Place", "4 4 s Place",
    ];

    /// <summary>The bits that choose, and the tables.</summary>
    private static readonly Dictionary<string, (int Bits, int[] Tables)> Choices = new(StringComparer.Ordinal)
    {
        ["Scope"] = (2, [0x00, 0x1A, 0x23, 0x01]),
        ["Type"] = (2, [0x02, 0x01, 0x1B]),
        ["Parent"] = (3, [0x02, 0x01, 0x1A, 0x06, 0x1B]),
        ["Constant"] = (2, [0x04, 0x08, 0x17]),
        ["Attributed"] = (5, [0x06, 0x04, 0x01, 0x02, 0x08, 0x09, 0x0A, 0x00, 0x0E, 0x17, 0x14, 0x11, 0x1A, 0x1B, 0x20, 0x23, 0x26, 0x27, 0x28, 0x2A, 0x2C, 0x2B]),
        ["Constructor"] = (3, [0x06, 0x0A]),
        ["Marshal"] = (1, [0x04, 0x08]),
        ["Secured"] = (2, [0x02, 0x06, 0x20]),
        ["Semantics"] = (1, [0x14, 0x17]),
        ["Method"] = (1, [0x06, 0x0A]),
        ["Forwarded"] = (1, [0x04, 0x06]),
        ["Place"] = (2, [0x26, 0x23, 0x27]),
    };

    private readonly int[] _rows = new int[64];
    private readonly byte _heaps;
    private readonly int _start;

    public MetadataTables(ReadOnlySpan<byte> stream)
    {
        _heaps = stream[6];
        int at = Header;
        for (int table = 0; table < _rows.Length; table++)
        {
            if ((stream[8 + table / 8] & 1 << table % 8) != 0)
            {
                _rows[table] = AssemblyImage.Int32(stream, at);
                at += 4;
            }
        }

        _start = at;
    }

    /// <summary>How many rows a table has.</summary>
    public int RowsOf(int table) => _rows[table];

    /// <summary>Where a table begins.</summary>
    public int StartOf(int table) => checked(_start + Enumerable.Range(0, table).Sum(before => _rows[before] * WidthsOf(before).Sum()));

    /// <summary>The widths of a table's columns.</summary>
    public int[] WidthsOf(int table) => [.. Columns[table].Split(' ').Select(Width)];

    private int Width(string column) => column switch
    {
        "2" => 2,
        "4" => 4,
        "s" => OfHeap(1),
        "g" => OfHeap(2),
        "b" => OfHeap(4),
        _ when Choices.TryGetValue(column, out (int Bits, int[] Tables) choice) => choice.Tables.Max(RowsOf) < SmallHeap >> choice.Bits ? 2 : 4,
        _ => RowsOf(int.Parse(column.Substring(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture)) < SmallHeap ? 2 : 4,
    };

    private int OfHeap(int flag) => (_heaps & flag) == 0 ? 2 : 4;
}
