using SecretGuard.CodeFixes.Edits;
using SecretGuard.CodeFixes.Places;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Remedies;

/// <summary><c>Environment.GetEnvironmentVariable("DB_PASSWORD") ?? throw …</c>.</summary>
internal sealed class ReadEnvironment : Remedy
{
    public override string Key => "SecretGuard.ReadEnvironment";

    public override IEnumerable<Attempt> Attempts(SecretPlace place, SecretName name)
    {
        if (place.Readable is not { } expression)
        {
            yield break;
        }

        var types = new TypeNames(place.Model, expression.SpanStart);
        string call = ReadingText.OfVariable(types.Name("System", "Environment"), name.Variable);
        var reading = Reading.OrThrow(call, ReadingText.SetIt(name.Variable, Replacement.FormOf(place)), types);
        yield return new Attempt(
            "Read " + name.Variable + " from the environment",
            [.. ConstantDeclaration.Loosen(place), .. Replacement.Of(place, reading, types), .. types.Usings(place.Root, place.Layout)],
            ConstantDeclaration.Contract(place));
    }
}
