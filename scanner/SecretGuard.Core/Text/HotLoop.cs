using System.Runtime.CompilerServices;

namespace SecretGuard.Text;

/// <summary>
/// How the innermost loops are compiled: well, at once. A compiler process is never quiet for long enough to compile anything a second time, so that an
/// analyzer runs to its end in code that nobody optimised. Nothing of the kind where all is compiled before it runs: what is marked so would be left out.
/// </summary>
internal static class HotLoop
{
    /// <summary><c>MethodImplOptions.AggressiveOptimization</c>, which netstandard2.0 has no name for; older runtimes pass over it.</summary>
#if AHEAD_OF_TIME
    public const MethodImplOptions Compiled = default;
#else
    public const MethodImplOptions Compiled = (MethodImplOptions)512;
#endif
}
