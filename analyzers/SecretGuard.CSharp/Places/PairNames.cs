namespace SecretGuard.CSharp.Places;

/// <summary>Names of the parameters of calls that store a value under a key.</summary>
internal static class PairNames
{
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "key", "name", "header", "headerName", "field", "fieldName", "setting", "variable", "variableName", "property", "propertyName", "option", "parameterName", "keyword", "item1", "column", "item", "configKey", "settingName", "methodName",
    };

    private static readonly HashSet<string> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        "value", "val", "content", "values", "data", "item2", "defaultValue", "headerValue", "secret", "text", "args",
    };

    /// <summary>Whether a parameter of this name takes the key.</summary>
    public static bool IsKey(string name) => Keys.Contains(name);

    /// <summary>Whether a parameter of this name takes a list of keys.</summary>
    public static bool IsKeys(string name) => name.Length > 1 && name[name.Length - 1] == 's' && Keys.Contains(name.Substring(0, name.Length - 1));

    /// <summary>Whether a parameter of this name takes what is stored.</summary>
    public static bool IsValue(string name) => Values.Contains(name);
}
