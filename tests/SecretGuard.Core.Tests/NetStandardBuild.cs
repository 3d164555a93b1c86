using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace SecretGuard.Core.Tests;

/// <summary>The netstandard2.0 build of Core, which compilers load, beside the build that these tests are linked with.</summary>
internal sealed class NetStandardBuild
{
    private readonly object _detector;
    private readonly MethodInfo _detect;
    private readonly MethodInfo _fromBytes;

    public NetStandardBuild()
    {
        // A context of its own: the default one would answer with the build that is loaded already.
        var context = new AssemblyLoadContext("netstandard2.0");
        Assembly = context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "netstandard2.0", "SecretGuard.Core.dll"));
        object rules = Type("SecretGuard.Rules.Catalogue").GetProperty("Default")!.GetValue(null)!;
        _detector = Activator.CreateInstance(Type("SecretGuard.Detection.Detector"), rules)!;
        _detect = _detector.GetType().GetMethod("Detect")!;
        _fromBytes = Type("SecretGuard.Detection.Content").GetMethod("FromBytes")!;
    }

    public Assembly Assembly { get; }

    /// <summary>What this build finds, a line a match.</summary>
    public IEnumerable<string> Detect(byte[] bytes, string path)
    {
        object content = _fromBytes.Invoke(null, [bytes.ToArray(), bytes.Length, path])!;
        foreach (object match in (IEnumerable)_detect.Invoke(_detector, [content])!)
        {
            object rule = Get(match, "Rule")!;
            yield return string.Create(CultureInfo.InvariantCulture, $"{Get(rule, "Slug")} {Get(match, "Start")}+{Get(match, "Length")} {Get(match, "Confidence")} {Get(match, "Reason")}");
        }
    }

    private Type Type(string name) => Assembly.GetType(name, throwOnError: true)!;

    private static object? Get(object target, string property) => target.GetType().GetProperty(property)!.GetValue(target);
}
