namespace SecretGuard.Detection;

/// <summary>Tells a file's syntax from its name.</summary>
public static class FileSyntaxes
{
    private static readonly Dictionary<string, FileSyntax> ByExtension = Build(
        (FileSyntax.Code, "cs csx vb fs fsx razor cshtml java kt kts scala groovy gradle js jsx mjs cjs ts tsx mts cts vue svelte py pyi pyw rb erb php phtml go rs c h cc cpp cxx hpp hh m mm swift dart lua pl pm r jl ex exs erl hrl clj cljs hs ml mli nim zig v sol proto thrift graphql cr d pas dpr ino pde el lisp pp inc lpr adb ads vim tm scm rkt tcl exp cmake vbs bas vala coffee"),
        (FileSyntax.Json, "json jsonc json5 ipynb webmanifest har geojson arb code-workspace"),
        (FileSyntax.Yaml, "yml yaml eyaml eyml"),
        (FileSyntax.KeyValue, "ini cfg conf cnf properties toml env envrc editorconfig service timer desktop reg inf ldif prefs runsettings-ini netrc npmrc pypirc gitconfig ovpn http rest"),
        (FileSyntax.Markup, "xml config csproj vbproj fsproj props targets pubxml nuspec resx xaml axaml html htm xhtml svg plist wsdl xsd xslt xsl runsettings publishsettings settings jsp aspx ascx ashx asmx master user rdlc"),
        (FileSyntax.Shell, "sh bash zsh ksh fish bats"),
        (FileSyntax.PowerShell, "ps1 psm1 psd1"),
        (FileSyntax.Batch, "bat cmd"),
        (FileSyntax.Infrastructure, "tf tfvars hcl tofu nomad bicep bicepparam sentinel"),
        (FileSyntax.Sql, "sql psql ddl dml pgsql plsql tsql"),
        (FileSyntax.Dockerfile, "dockerfile containerfile"),
        (FileSyntax.Prose, "md markdown mdx rst adoc asciidoc txt text log tex org wiki eml out err trace"),
        (FileSyntax.Table, "csv tsv"));

    private static readonly Dictionary<string, FileSyntax> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Dockerfile"] = FileSyntax.Dockerfile,
        ["Containerfile"] = FileSyntax.Dockerfile,
        ["Makefile"] = FileSyntax.Shell,
        ["GNUmakefile"] = FileSyntax.Shell,
        ["CMakeLists.txt"] = FileSyntax.Code,
        ["Jenkinsfile"] = FileSyntax.Code,
        ["Vagrantfile"] = FileSyntax.Code,
        ["Gemfile"] = FileSyntax.Code,
        ["Rakefile"] = FileSyntax.Code,
        ["Pipfile"] = FileSyntax.KeyValue,
        ["credentials"] = FileSyntax.KeyValue,
        ["config"] = FileSyntax.Unknown,
        [".htpasswd"] = FileSyntax.Prose,
        [".bashrc"] = FileSyntax.Shell,
        [".zshrc"] = FileSyntax.Shell,
        [".profile"] = FileSyntax.Shell,
        [".bash_profile"] = FileSyntax.Shell,
        [".bash_history"] = FileSyntax.Shell,
        [".dockerconfigjson"] = FileSyntax.Json,
        [".dockercfg"] = FileSyntax.Json,
        [".babelrc"] = FileSyntax.Json,
        [".eslintrc"] = FileSyntax.Json,
        [".npmrc"] = FileSyntax.KeyValue,
        [".yarnrc"] = FileSyntax.KeyValue,
        [".pypirc"] = FileSyntax.KeyValue,
        [".netrc"] = FileSyntax.KeyValue,
        ["_netrc"] = FileSyntax.KeyValue,
        [".gitconfig"] = FileSyntax.KeyValue,
        [".my.cnf"] = FileSyntax.KeyValue,
        [".s3cfg"] = FileSyntax.KeyValue,
        [".boto"] = FileSyntax.KeyValue,
    };

    /// <summary>The syntax of the file with this path; <see cref="FileSyntax.Unknown"/> where the name does not tell.</summary>
    public static FileSyntax Of(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        if (ByName.TryGetValue(name, out FileSyntax syntax))
        {
            return syntax;
        }

        // .env, .env.production, prod.env; Dockerfile.build, build.Dockerfile; template suffixes are looked through.
        if (name.StartsWith(".env", StringComparison.OrdinalIgnoreCase))
        {
            return FileSyntax.KeyValue;
        }

        if (name.StartsWith("Dockerfile.", StringComparison.OrdinalIgnoreCase))
        {
            return FileSyntax.Dockerfile;
        }

        for (int cut = 0; cut < 2; cut++)
        {
            int dot = name.LastIndexOf('.');
            if (dot < 0)
            {
                break;
            }

            string extension = name.Substring(dot + 1);
            if (ByExtension.TryGetValue(extension, out syntax))
            {
                return syntax;
            }

            if (extension.ToLowerInvariant() is not ("example" or "sample" or "template" or "tmpl" or "tpl" or "dist" or "bak" or "orig" or "old" or "j2" or "erb" or "in" or "local"))
            {
                break;
            }

            name = name.Substring(0, dot);
        }

        return FileSyntax.Unknown;
    }

    /// <summary>The syntax by the path or, where that does not tell, by the first lines.</summary>
    public static FileSyntax Of(string path, ReadOnlySpan<byte> text)
    {
        FileSyntax syntax = Of(path);
        return syntax == FileSyntax.Unknown ? SyntaxSniffer.Sniff(text) : syntax;
    }

    private static Dictionary<string, FileSyntax> Build(params (FileSyntax Syntax, string Extensions)[] rows)
    {
        var map = new Dictionary<string, FileSyntax>(StringComparer.OrdinalIgnoreCase);
        foreach ((FileSyntax syntax, string extensions) in rows)
        {
            foreach (string extension in extensions.Split(' '))
            {
                map[extension] = syntax;
            }
        }

        return map;
    }
}
