using SecretGuard.Findings;

namespace SecretGuard.Rules;

/// <summary>What workloads and the secrets of the cluster that they use are to each other.</summary>
public static partial class ManifestRules
{
    /// <summary>An object that the class does not mount.</summary>
    public static Rule ObjectUnknown { get; } = new("manifest-object-unknown", "Class makes a key of an object that it does not mount")
    {
        DiagnosticId = "SG3125",
        Advice = "Name the object's alias, or its name where it has none.",
    };

    /// <summary>A class that nobody mounts.</summary>
    public static Rule ClassNotMounted { get; } = new("manifest-class-not-mounted", "Nothing mounts the class that is to make a secret")
    {
        DiagnosticId = "SG3126",
        Advice = "Mount the class as a volume in the pod that uses the secret.",
    };

    /// <summary>There is no such class.</summary>
    public static Rule ClassUnknown { get; } = new("manifest-class-unknown", "Pod mounts a class that is not there")
    {
        DiagnosticId = "SG3127",
        Advice = "Correct the name, or declare the class in the pod's namespace.",
    };
}
