using SecretGuard.Findings;
using SecretGuard.Inventories;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Configuration;

/// <summary>Reads <c>assertions</c>: <c>subset</c> and <c>of</c>, or <c>equal</c> and <c>to</c>, each <c>FILE#PATH</c>.</summary>
/// <param name="place">The place of a node.</param>
internal sealed class AssertionReader(Func<YamlNode, Location> place)
{
    private const string Subset = "subset", Of = "of", Equal = "equal", To = "to";

    /// <summary>Those that can be read; what is wrong with the others is told.</summary>
    public IReadOnlyList<DeclaredAssertion> Read(YamlSection root) => [.. root.Sections("assertions").ToList().Select(Assertion).OfType<DeclaredAssertion>()];

    private DeclaredAssertion? Assertion(YamlSection section)
    {
        bool isSubset = section.Take(Subset) is not null, isEqual = section.Take(Equal) is not null;
        (string one, string other) = isEqual ? (Equal, To) : (Subset, Of);
        DeclaredList? first = List(section, one), second = List(section, other);
        string? reason = section.Text("reason"), separator = section.Text("separator");
        if (isSubset == isEqual || section.Take(other) is null)
        {
            section.Fail(section.Node, $"this entry needs '{Subset}' and '{Of}', or '{Equal}' and '{To}'");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            section.Fail(section.Node, "this entry needs a 'reason'");
        }

        section.RejectUnknown();
        return first is null || second is null ? null : new DeclaredAssertion(first, second, isEqual, place(section.Node)) { Reason = reason ?? "", Separator = separator };
    }

    private DeclaredList? List(YamlSection section, string key)
    {
        if (section.Take(key) is not { } node || section.Text(key) is not { } text)
        {
            return null;
        }

        int sign = text.IndexOf(DeclaredList.Sign);
        if (sign > 0 && sign < text.Length - 1)
        {
            return new DeclaredList(text.Substring(0, sign).Replace('\\', '/'), text.Substring(sign + 1), place(node));
        }

        section.Fail(node, $"'{text}' is not FILE{DeclaredList.Sign}PATH, such as 'deploy/values.yaml{DeclaredList.Sign}$.namespaces[*]'");
        return null;
    }
}
