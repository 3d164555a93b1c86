using SecretGuard.Detection;
using SecretGuard.Triage;

namespace SecretGuard.DetectSecrets;

/// <summary>SecretGuard's own rules, for the drop-in to run besides the plugins.</summary>
/// <param name="Detector">The rules of the project; made where a file is looked at.</param>
/// <param name="Policy">What the project accepts.</param>
public sealed record Engine(Lazy<Detector> Detector, TriagePolicy Policy);
