using SecretGuard.MSBuild17;

if (args is ["--fit", string sdk])
{
    CommonTargets.Fit(sdk, AppContext.BaseDirectory);
    return 0;
}

// The engine takes the folder of this file for its tools.
Environment.SetEnvironmentVariable("MSBUILD_EXE_PATH", typeof(CommonTargets).Assembly.Location);
Dictionary<string, string> properties = args.Skip(1).Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
return Builder.Build(args[0], properties) ? 0 : 1;
