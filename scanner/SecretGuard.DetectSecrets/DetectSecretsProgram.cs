using SecretGuard.DetectSecrets.Arguments;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Commands;

namespace SecretGuard.DetectSecrets;

/// <summary>The two programs of detect-secrets 1.5.0, with its exit codes.</summary>
public static class DetectSecretsProgram
{
    private const string Current = ".";

    /// <summary>Runs <c>detect-secrets</c> with these arguments; the exit code.</summary>
    public static int Run(IReadOnlyList<string> arguments, Surroundings surroundings) => Guarded(surroundings, () =>
    {
        ParsedArguments? global = ArgumentReader.Read(Grammar.Program, arguments);
        if (global is null || arguments.Count == 0)
        {
            surroundings.Console.Output.Write(Grammar.Program.Help());
            return 0;
        }

        global.CheckInteger(Grammar.Cores);
        if (global.Has(Grammar.Version))
        {
            return WriteVersion(surroundings);
        }

        CommandSpec command = global.Words.FirstOrDefault() switch
        {
            "scan" => Grammar.Scan,
            "audit" => Grammar.Audit,
            "install" => Grammar.Install,
            null => throw new CommandLineException(Grammar.Program, "Unspecified action.", exitCode: 1),
            var other => throw new CommandLineException(Grammar.Program, $"argument action: invalid choice: '{other}' (choose from 'scan', 'audit', 'install')"),
        };
        string folder = global.Value(Grammar.Folder) ?? Current;
        return Help(command, global.Words.Skip(1), surroundings) is not { } typed ? 0
            : command == Grammar.Scan ? ScanCommand.Run(typed, folder, surroundings with { IsVerbose = global.Has(Grammar.Verbose) })
            : command == Grammar.Audit ? AuditCommand.Run(typed, folder, surroundings)
            : InstallCommand.Run(typed, folder, surroundings);
    });

    /// <summary>Runs <c>detect-secrets-hook</c> with these arguments; the exit code.</summary>
    public static int RunHook(IReadOnlyList<string> arguments, Surroundings surroundings) => Guarded(surroundings, () =>
    {
        ParsedArguments? typed = Help(Grammar.Hook, arguments, surroundings);
        typed?.CheckInteger(Grammar.Cores);
        return typed is null ? 0
            : typed.Has(Grammar.Version) ? WriteVersion(surroundings)
            : HookCommand.Run(typed, typed.Value(Grammar.Folder) ?? Current, surroundings with { IsVerbose = typed.Has(Grammar.Verbose) });
    });

    /// <summary>What was typed; null where that was a wish for help, which was fulfilled.</summary>
    private static ParsedArguments? Help(CommandSpec command, IEnumerable<string> arguments, Surroundings surroundings)
    {
        ParsedArguments? typed = ArgumentReader.Read(command, [.. arguments]);
        if (typed is null)
        {
            surroundings.Console.Output.Write(command.Help());
        }

        return typed;
    }

    private static int WriteVersion(Surroundings surroundings)
    {
        surroundings.Console.Output.WriteLine(SecretsBaseline.ToolVersion);
        return 0;
    }

    private static int Guarded(Surroundings surroundings, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (CommandLineException error)
        {
            surroundings.Console.Error.Write(error.Usage);
            surroundings.Console.Error.WriteLine($"{error.Command}: error: {error.Message}");
            return error.ExitCode;
        }
        catch (BaselineException error)
        {
            surroundings.Console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }
        catch (UnsupportedUseException error)
        {
            surroundings.Warn(error.Message);
            return 2;
        }
    }
}
