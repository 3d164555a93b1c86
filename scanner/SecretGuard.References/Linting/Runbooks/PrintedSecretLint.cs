using SecretGuard.References.GitHub;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>
/// Commands whose output holds a secret and is shown: to whoever types them, or in the log of a pipeline. What goes into a variable, a file or a program that does
/// not print it is left alone, and so is what a function prints, for who calls it is not known here.
/// </summary>
internal sealed class PrintedSecretLint : ILint
{
    private const string Mask = "::add-mask::";
    private const string Told = "##vso[";

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [RunbookRules.Printed, PipelineRules.Printed];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.Commands.Count == 0)
        {
            return;
        }

        var secrets = ScriptSecrets.Of(text.Script);
        var variables = new ScriptEnvironment(text, secrets);
        Rule rule = text.IsPipelineStep ? PipelineRules.Printed : RunbookRules.Printed;
        string follows = text.IsPipelineStep ? "the log of the pipeline keeps what it prints" : text.IsOfContainer ? "the log of the container keeps what it prints, for everybody who may read logs" : "it stays on the screen, and in the log of whatever runs it";
        foreach (ShellCommand command in text.Commands)
        {
            variables.Pass(command);
            if (ShownFile.Of(command, secrets) is { } file && CommandOutput.IsShown(command))
            {
                found.Add(rule, file.At.Location, file.Subject, follows);
            }
            else if (command is { Document: { } document, IsDocumentFilled: true } && CalledProgram.In(command).Any(static program => program.Name == "cat") && Filled(document.Text, secrets) is { } filled && CommandOutput.IsShown(command))
            {
                found.Add(rule, document.At(filled.Start, filled.Name.Length), $"cat << ${filled.Name}", follows);
            }
            else if (ShownEnvironment.Of(command, variables) is { } environment)
            {
                found.Add(rule, environment.At.Location, environment.Subject, $"'{environment.Secret}' is among what it prints; {follows}");
            }
            else if (CalledProgram.In(command).FirstOrDefault(CommandOutput.Echoes) is { } echo)
            {
                LookAtEcho(text, echo, command, secrets, (word, name) => found.Add(rule, word.Location, $"{echo.Name} {name}", follows));
            }
            else if (CalledProgram.In(command).FirstOrDefault(static program => program.Name == "printenv") is { } shown && shown.Words.Skip(shown.From).FirstOrDefault(word => secrets.Has(word.Text)) is { } named)
            {
                if (CommandOutput.IsShown(command))
                {
                    found.Add(rule, named.Location, $"printenv {named.Text}", follows);
                }
            }
            else if (CalledProgram.In(command).Select(SecretOutput.Of).FirstOrDefault(output => output is not null) is { } output && CommandOutput.IsShown(command))
            {
                found.Add(rule, output.At.Place, output.Subject, $"{follows}; {output.Instead}", output.Replacement);
            }
        }
    }

    /// <summary>The first variable of a secret whose value the shell puts into a text; behind a backslash the name stays.</summary>
    private static Interpolation? Filled(string text, ScriptSecrets secrets) => Interpolation.In(text)
        .FirstOrDefault(variable => variable.IsOptional is null && secrets.Has(variable.Name) && text.LastIndexOf('$', variable.Start) is var sign && (sign < 1 || text[sign - 1] != '\\'));

    private static void LookAtEcho(LintText text, CalledProgram echo, ShellCommand command, ScriptSecrets secrets, Action<ShellWord, string> tell)
    {
        foreach (ShellWord word in echo.Words.Skip(echo.From))
        {
            if (word.Text.StartsWith(Mask, StringComparison.Ordinal) || word.Text.StartsWith(Told, StringComparison.Ordinal))
            {
                return; // what a pipeline is told is no output
            }

            string? name = secrets.In(word) is { } variable ? $"${variable}" : text.IsPipelineStep && SecretExpression.In(word.Raw).FirstOrDefault() is { } expression ? $"secrets.{expression.Name}" : null;
            if (name is not null && CommandOutput.IsShown(command))
            {
                tell(word, name);
                return;
            }
        }
    }
}
