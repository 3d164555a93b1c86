using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>Collects nodes and edges. A look-up by name keeps it from comparing every name with every other.</summary>
internal sealed class DiagramDraft
{
    private readonly Dictionary<(string, string, string, string?, string?), DraftNode> _names = [];
    private readonly Dictionary<string, DraftNode> _consumers = new(StringComparer.Ordinal);
    private readonly Dictionary<(DraftNode From, DraftNode To), HashSet<Location>> _edges = [];
    private readonly Dictionary<(string Store, string Name), List<DraftNode>> _provided = [];
    private readonly List<DraftNode> _patterns = [];

    public DiagramDraft(IReadOnlyList<InventoryRecord> records)
    {
        foreach (InventoryRecord record in records)
        {
            Add(record);
        }

        foreach (DraftNode asked in _names.Values.Where(node => node.IsAsked).ToList())
        {
            foreach (DraftNode provided in Answers(asked.Name!).Where(provided => provided != asked))
            {
                Connect(asked, provided, null);
            }
        }
    }

    /// <summary>The picture, in an order that depends on names only.</summary>
    public ReferenceDiagram Finish()
    {
        DraftNode[] nodes = [.. _consumers.Values.Concat(_names.Values).OrderBy(node => node.SortKey, StringComparer.Ordinal)];
        var ids = new Dictionary<DraftNode, int>();
        foreach (DraftNode node in nodes)
        {
            ids[node] = ids.Count + 1;
        }

        HashSet<DraftNode> led = [.. _edges.Keys.Select(edge => edge.From)];
        return new ReferenceDiagram(
            [.. nodes.Select(node => new DiagramNode(Id(node), node.Name, node.Consumer)
            {
                Places = Sorted(node.Places),
                IsWritten = node.IsWritten,
                IsBroken = node.Name is { IsOpen: false } name && node.IsAsked && !node.IsWritten && !led.Contains(node) && JoinedRecords.IsRelay(name) && (name.IsSecret || name.Store is not (StoreTypes.Configuration or StoreTypes.Environment)),
            })],
            [.. _edges.OrderBy(edge => ids[edge.Key.From]).ThenBy(edge => ids[edge.Key.To]).Select(edge => new DiagramEdge(Id(edge.Key.From), Id(edge.Key.To)) { Places = Sorted(edge.Value) })]);

        string Id(DraftNode node) => $"n{ids[node]}";
    }

    private static Location[] Sorted(IEnumerable<Location> places) =>
        [.. places.OrderBy(place => place.Path, StringComparer.Ordinal).ThenBy(place => place.StartLine).ThenBy(place => place.StartColumn)];

    private void Add(InventoryRecord record)
    {
        DraftNode asked = NodeOf(record.Reference, record.Location);
        if (record.Provides is null)
        {
            asked.IsAsked = true;
            string consumer = record.Consumer.Length > 0 ? record.Consumer : record.Location.Path;
            if (!_consumers.TryGetValue(consumer, out DraftNode? user))
            {
                _consumers[consumer] = user = new DraftNode(null, consumer);
            }

            user.Places.Add(record.Location);
            Connect(user, asked, record.Location);
            return;
        }

        if (SameNames.Identity(record.Provides) == SameNames.Identity(record.Reference))
        {
            asked.IsWritten = true;
            Offer(asked);
            return;
        }

        asked.IsAsked = true;
        DraftNode provided = NodeOf(record.Provides, record.Location);
        Offer(provided);
        Connect(provided, asked, record.Location);
    }

    private DraftNode NodeOf(SecretReference name, Location place)
    {
        (string Store, string Kind, string Name, string? Property, string? Address) identity = SameNames.Identity(name);
        identity.Name = StoreNames.Folded(name.Store, name.Name);
        if (!_names.TryGetValue(identity, out DraftNode? node))
        {
            _names[identity] = node = new DraftNode(name, null);
        }

        // Of several ways to write it, the first in the alphabet: whichever file is read first.
        node.Name = (string.CompareOrdinal(name.Name, node.Name!.Name) < 0 ? name : node.Name) with { IsSecret = name.IsSecret || node.Name.IsSecret };
        node.Places.Add(place);
        return node;
    }

    /// <summary>Something hands this on, so it answers for what is asked.</summary>
    private void Offer(DraftNode node)
    {
        if (node.IsOffered)
        {
            return;
        }

        node.IsOffered = true;
        (string Store, string Name) key = (node.Name!.Store, StoreNames.Folded(node.Name.Store, node.Name.Name));
        if (SameNames.IsPattern(key.Name))
        {
            _patterns.Add(node);
        }

        if (!_provided.TryGetValue(key, out List<DraftNode>? nodes))
        {
            _provided[key] = nodes = [];
        }

        nodes.Add(node);
    }

    private IEnumerable<DraftNode> Answers(SecretReference asked) => SameNames.StoresFor(asked)
        .SelectMany(store => _provided.GetValueOrDefault((store, StoreNames.Folded(store, asked.Name))) ?? [])
        .Concat(_patterns).Distinct().Where(node => SameNames.IsSame(node.Name!, asked));

    private void Connect(DraftNode from, DraftNode to, Location? place)
    {
        if (from == to)
        {
            return;
        }

        if (!_edges.TryGetValue((from, to), out HashSet<Location>? places))
        {
            _edges[(from, to)] = places = [];
        }

        if (place is not null)
        {
            places.Add(place);
        }
    }
}
