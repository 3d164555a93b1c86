using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Text;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard completion SHELL</c>: a script that asks the tool itself, and so is always in step with it.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _secretguard() {
              local line="${COMP_LINE:0:$COMP_POINT}" words
              words="$(secretguard "[suggest:${#line}]" "$line" 2>/dev/null)"
              local IFS=$'\n'
              COMPREPLY=( $(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}") )
            }
            complete -o default -F _secretguard secretguard
            """,
        ["zsh"] = """
            #compdef secretguard
            _secretguard() {
              local line="${words[*]}"
              local -a found
              found=("${(@f)$(secretguard "[suggest:${#line}]" "$line" 2>/dev/null)}")
              compadd -a found
              _files
            }
            # As an autoloaded function this file is run by the first TAB itself.
            if [ "${funcstack[1]}" = "_secretguard" ]; then _secretguard "$@"; else compdef _secretguard secretguard; fi
            """,
        ["fish"] = """
            complete -c secretguard -a '(set -l line (commandline -cp); secretguard "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName secretguard -ScriptBlock {
              param($word, $ast, $position)
              $line = $ast.ToString()
              secretguard "[suggest:$($line.Length)]" $line 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "The shell that will read the script.", HelpName = string.Join('|', Scripts.Keys) };
        shell.CompletionSources.Add([.. Scripts.Keys]);
        var command = new ToolCommand(
            "completion",
            "Print a completion script for a shell.",
            "secretguard completion bash > ~/.local/share/bash-completion/completions/secretguard",
            "secretguard completion zsh > ~/.zfunc/_secretguard",
            "secretguard completion fish > ~/.config/fish/completions/secretguard.fish",
            "secretguard completion pwsh >> $PROFILE")
        { shell };
        command.SetAction(parsed =>
        {
            string name = parsed.GetValue(shell)!;
            Console.Out.WriteLine(Scripts.TryGetValue(name, out string? script) ? script
                : throw new UsageException($"'{name}' is not one of {string.Join(", ", Scripts.Keys)}{NearestName.Hint(name, Scripts.Keys)}"));
        });
        return command;
    }
}
