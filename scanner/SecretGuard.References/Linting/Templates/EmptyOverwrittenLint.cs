using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Templates;

/// <summary>
/// Defaults that take the place of an empty value as of an unset one: <c>${PREFIX:-env-}</c>, <c>default "env-" .Values.prefix</c>. Told where an empty value was chosen in the
/// repository, and of what names of secrets begin or end with, for which none at all is a usual choice.
/// </summary>
internal sealed class EmptyOverwrittenLint : ILint, IRepositoryLint
{
    private const int MostChoices = 1000; // that each default is held against

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [TemplateRules.EmptyOverwritten];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        foreach (TemplateVariable variable in text.Variables.Where(variable => variable.OverwritesEmpty && variable.Default.Length > 0 && EmptyChoices.MaySay(variable.Name)))
        {
            found.Keep(text.Source, new Overwriting(variable.Name, false, variable.Head) { Mended = variable.IsAtItsPlace ? $"{variable.Name}{variable.Sign[1..]}" : null, IsJoined = EmptyChoices.IsJoined(variable.Default) });
        }

        foreach (HelmDefault value in HelmDefault.In(text.Source).Where(value => EmptyChoices.MaySay(value.Name)))
        {
            found.Keep(text.Source, new Overwriting(value.Name, true, value.Location));
        }

        if (!text.IsDocumentation && EmptyChoices.MayBeIn(text))
        {
            foreach (EmptyChoice choice in EmptyChoices.In(text))
            {
                found.Keep(text.Source, choice);
            }
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        EmptyChoice[] choices = [.. repository.Kept<EmptyChoice>().OrderBy(choice => choice.Location.Path, StringComparer.Ordinal).ThenBy(choice => choice.Location.StartLine).Take(MostChoices)];
        foreach (Overwriting place in repository.Kept<Overwriting>())
        {
            string how = place.IsHelm ? "'default' of Helm takes an empty text for none" : "':-' and ':=' take an empty text for none";
            if (choices.Where(choice => place.IsHelm ? choice.IsValue(place.Name) : choice.IsVariable(place.Name)).Where(choice => !FilePlaces.IsTrial(choice.Location.Path) || FilePlaces.IsTrial(place.Location.Path)).MaxBy(choice => place.Location.Path.AsSpan().CommonPrefixLength(choice.Location.Path)) is { } chosen)
            {
                found.Add(TemplateRules.EmptyOverwritten, place.Location, place.Name, $"{how}, and {chosen.Location.Path}:{chosen.Location.StartLine} sets it to an empty text: that choice is lost", place.Mended);
            }
            else if (!place.IsHelm && place.IsJoined && EmptyChoices.IsOfSecrets(place.Name))
            {
                found.Add(TemplateRules.EmptyOverwritten, place.Location, place.Name, $"{how}: whoever sets it to an empty text, because the names of the secrets have nothing there, gets the default and finds no secret", place.Mended);
            }
        }
    }

    /// <summary>A default that takes the place of an empty text.</summary>
    /// <param name="Name">What has it.</param>
    /// <param name="IsHelm">Whether it is a value of Helm, and not a variable.</param>
    /// <param name="Location">Where.</param>
    private sealed record Overwriting(string Name, bool IsHelm, Location Location)
    {
        /// <summary>What is to stand there; null where that takes thought.</summary>
        public string? Mended { get; init; }

        /// <summary>Whether the default has the sign that parts it from the name in it, so that names without it are right where it is empty.</summary>
        public bool IsJoined { get; init; }
    }
}
