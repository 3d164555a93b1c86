using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Sinks;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Places;

/// <content>A value among the arguments of a call.</content>
internal sealed partial class PlaceReader
{
    /// <summary>Reads the call that takes the value; whether the value goes on from there.</summary>
    private bool AddArgument(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter)
        {
            AddKey(argument.Value);
            return false;
        }

        NameKind sink = sinks.OfParameter(parameter);
        if (sink == NameKind.None && Carriers.Contains(argument.Parent is IObjectCreationOperation { Type.Name: { } made } ? made : argument.Parent is IInvocationOperation { TargetMethod.Name: { } called } ? called : ""))
        {
            Add(parameter.Name); // HashPassword(user, password: "…")
            return true;
        }

        Call = argument.Parent;
        if (argument.Parent is IInvocationOperation { Instance: null, Arguments.Length: 2, TargetMethod.Name: "Equals" or "FixedTimeEquals" or "SequenceEqual" or "Compare" or "CompareOrdinal" } comparison)
        {
            AddCompared(comparison.Arguments.First(other => other != argument).Value);
            return false;
        }

        if (argument.Parent is IInvocationOperation { Instance: { } instance, TargetMethod.Name: "Equals" or "CompareTo" or "SequenceEqual" })
        {
            AddCompared(instance);
            return false;
        }

        if (argument.Parent is IInvocationOperation { TargetMethod.Name: "GetValue" or "GetValueOrDefault" or "GetOrDefault" or "GetSetting", Arguments: { Length: > 1 } lookUp } && lookUp[0] != argument)
        {
            foreach (IArgumentOperation other in lookUp.Where(other => other != argument))
            {
                if (_constants.Read(other.Value) is { } key)
                {
                    Add(key, PlaceKind.Fallback);
                }
            }

            return false;
        }

        Add(parameter.Name);
        AddStated(sink, parameter.Name);
        AddPartner(argument);
        AddAnswer(argument);
        AddTheory(argument);
        AddColumn(argument);
        AddCollection(argument);
        Add(FormFields.NameOf(argument));
        if (argument.Parent is IObjectCreationOperation { Type: { } type } && PairNames.IsValue(parameter.Name))
        {
            Add(type.Name); // new ApiKey("…")
        }

        if (ArgumentsOf(argument.Parent).Any(other => other.Value.Syntax is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AppendChar" }))
        {
            AddStated(NameKind.Password, "AppendChar");
        }

        return false;
    }

    /// <summary>A row of values beside the names of their columns: <c>InsertData(table, columns: […], values: […])</c>.</summary>
    private void AddColumn(IArgumentOperation argument)
    {
        int at = IndexOfElement(argument.Value);
        if (at >= 0 && ArgumentsOf(argument.Parent).FirstOrDefault(other => other != argument && other.Parameter is { } names && PairNames.IsKeys(names.Name)) is { } columns && _constants.ReadElement(columns.Value, at) is { } name)
        {
            Add(name, PlaceKind.Keyed);
        }
    }

    /// <summary>Which element of a list the value is, or -1.</summary>
    private int IndexOfElement(IOperation list)
    {
        IOperation inner = list is IConversionOperation conversion ? conversion.Operand : list;
        return inner is IArrayCreationOperation { Initializer: { } elements } ? elements.ElementValues.ToList().FindIndex(element => element.Syntax.Span.Contains(_value!.Span)) : -1;
    }

    /// <summary>An element that is added to a collection, or where one is made, has the collection's name too.</summary>
    private void AddCollection(IArgumentOperation argument)
    {
        if (argument.Parent is IInvocationOperation { IsImplicit: false, Instance: { } collection, Arguments.Length: 1, TargetMethod.Name: "Add" or "Push" or "Enqueue" })
        {
            Add(OperandName.OfReference(collection).TrimEnd('s')); // one of the passwords
        }

        if (argument.Parent is IInvocationOperation { IsImplicit: true, Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation { Parent: { } outer } creation } } add && add.Arguments.IndexOf(argument) == add.Arguments.Length - 1)
        {
            Call = null;
            ReadOutward(creation, outer);
        }
    }

    /// <summary>A key and a value in one call: <c>Add("X-Api-Key", …)</c>, <c>SetEnvironmentVariable("DB_PASSWORD", …)</c>.</summary>
    private void AddPartner(IArgumentOperation argument)
    {
        IReadOnlyList<IArgumentOperation> arguments = ArgumentsOf(argument.Parent);
        int at = arguments.ToList().IndexOf(argument);
        if (at > 0 && PairNames.IsValue(argument.Parameter!.Name) && PairNames.IsKey(arguments[at - 1].Parameter?.Name ?? ""))
        {
            AddKey(arguments[at - 1].Value, argument.Parent is IInvocationOperation { TargetMethod.Name: "SetEnvironmentVariable" });
        }
        else if (at > 1 && argument.Parameter!.Name == "defaultValue" && PairNames.IsKey(arguments[0].Parameter?.Name ?? ""))
        {
            AddKey(arguments[0].Value); // AddColumn("Password", "Users", "nvarchar(64)", defaultValue: "…")
        }
    }

    /// <summary>What a stand-in of a test is to answer: <c>mock.Setup(c => c["Jwt:Key"]).Returns("…")</c>, <c>settings["Jwt:Key"].Returns("…")</c>.</summary>
    private void AddAnswer(IArgumentOperation argument)
    {
        if (argument.Parent is not IInvocationOperation { TargetMethod.Name: "Returns" or "ReturnsAsync" } call || (call.Instance ?? call.Arguments[0].Value) is not { } asked || asked == argument.Value)
        {
            return;
        }

        asked = asked.DescendantsAndSelf().OfType<IAnonymousFunctionOperation>().FirstOrDefault()?.Body.Operations.OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue ?? asked;
        string name = OperandName.KeyOf(asked, _constants);
        Add(name.Length < LongestName ? WithoutVerb(name) : "", PlaceKind.Keyed);
    }

    /// <summary>A row of test data stands for the parameters of the test.</summary>
    private void AddTheory(IArgumentOperation argument)
    {
        if (argument.Parameter is { IsParams: true } or { Name: "value" } && _value!.FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: { } owner } attribute
            && model.GetDeclaredSymbol(owner) is { } symbol)
        {
            if (symbol is IMethodSymbol test && attribute.ArgumentList is { } list)
            {
                int at = list.Arguments.IndexOf(item => item.Span.Contains(_value!.Span));
                Add(at > 0 && at < test.Parameters.Length ? test.Parameters[at].Name : "", PlaceKind.Tested);
            }
            else
            {
                Add(symbol.Name); // [DefaultValue("…")]
            }
        }
    }

    internal static IReadOnlyList<IArgumentOperation> ArgumentsOf(IOperation? call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IPropertyReferenceOperation indexer => indexer.Arguments,
        _ => Array.Empty<IArgumentOperation>(),
    };
}
