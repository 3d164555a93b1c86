using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Constants;
using SecretGuard.CSharp.Sinks;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Places;

/// <summary>What the code around an expression says about its value: the names that it gets, the places that it reaches.</summary>
internal sealed class PlaceReader(SemanticModel model)
{
    private const int Farthest = 24;

    /// <summary>Calls and types that hand on what they are given: what is true of their result is true of it.</summary>
    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal)
    {
        "Lazy", "AsyncLazy", "FromResult", "ValueTask", "Some", "Just", "Optional", "Nullable", "Sha256", "Sha512", "ToSha256", "HashPassword", "Protect", "HashData", "ComputeHash", "ToSecureString", "AsSecret", "Trim", "ToString", "AsReadOnly",
    };

    private readonly List<Place> _places = [];
    private readonly List<ISymbol> _holders = [];
    private readonly ConstantReader _constants = new(model);
    private SyntaxNode? _value;

    /// <summary>What was read about the last value.</summary>
    public IReadOnlyList<Place> Places => _places;

    /// <summary>Variables and members that hold the last value: what is done with them is done with it.</summary>
    public IReadOnlyList<ISymbol> Holders => _holders;

    /// <summary>The call that takes the value as an argument, or null.</summary>
    public IOperation? Call { get; private set; }

    /// <summary>Reads outward from the value.</summary>
    public void Read(IOperation value)
    {
        _places.Clear();
        _holders.Clear();
        Call = null;
        _value = value.Syntax;
        IOperation child = value;
        for (int i = 0; i < Farthest && child.Parent is { } parent; i++)
        {
            if (!ReadParent(child, parent))
            {
                return;
            }

            child = parent;
        }
    }

    /// <summary>Reads one step outward; whether the value goes on from there.</summary>
    private bool ReadParent(IOperation child, IOperation parent)
    {
        switch (parent)
        {
            case IConversionOperation or IParenthesizedOperation or IAwaitOperation or IConditionalAccessOperation or ISwitchExpressionOperation or IVariableDeclaratorOperation
                or IArrayInitializerOperation or IArrayCreationOperation or IBlockOperation or IDelegateCreationOperation or ICoalesceOperation { WhenNull: null }:
                return true;
            case IConditionalOperation conditional when child != conditional.Condition:
                Add(OperandName.OfReference(child == conditional.WhenTrue ? conditional.WhenFalse : conditional.WhenTrue));
                return true;
            case ICoalesceOperation coalesce:
                AddFallback(child, coalesce.Value, coalesce.WhenNull);
                return true;
            case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm:
                if (child == arm.Value)
                {
                    AddArm(arm, choice);
                    return true;
                }

                AddCompared(choice.Value);
                return false;
            case ICaseClauseOperation { Parent.Parent: ISwitchOperation statement }:
                AddCompared(statement.Value);
                return false;
            default:
                return ReadEnd(child, parent);
        }
    }

    /// <summary>Reads where the value comes to rest; whether it goes on all the same.</summary>
    private bool ReadEnd(IOperation child, IOperation parent)
    {
        switch (parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                Hold(declarator.Symbol);
                return false;
            case IFieldInitializerOperation initializer:
                initializer.InitializedFields.ToList().ForEach(Hold);
                return false;
            case IPropertyInitializerOperation initializer:
                initializer.InitializedProperties.ToList().ForEach(Hold);
                return false;
            case IParameterInitializerOperation initializer:
                Add(initializer.Parameter.Name);
                return false;
            case ICoalesceAssignmentOperation assignment when child == assignment.Value:
                AddFallback(child, assignment.Target, child);
                AddTarget(assignment.Target);
                return false;
            case IAssignmentOperation assignment when child == assignment.Value:
                AddTarget(assignment.Target);
                return false;
            case IArgumentOperation argument:
                return AddArgument(argument);
            case IReturnOperation:
                return AddReturn(parent);
            case ITupleOperation tuple:
                AddElement(tuple, child);
                return false;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                AddCompared(child == comparison.LeftOperand ? comparison.RightOperand : comparison.LeftOperand);
                return false;
            case IConstantPatternOperation or IBinaryPatternOperation or INegatedPatternOperation:
                return true;
            case IIsPatternOperation pattern:
                AddCompared(pattern.Value);
                return false;
            case IPropertyReferenceOperation entry when child == entry.Instance:
                AddStated(entry.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "AppendChar" } } ? NameKind.Password : NameKind.None, "AppendChar"); // a character of it
                return false;
            case IObjectCreationOperation or IInvocationOperation when child is IArgumentOperation:
                return true; // a carrier
            case IInvocationOperation call when child == call.Instance:
                AddReceiver(call);
                return Carriers.Contains(call.TargetMethod.Name);
            case IForEachLoopOperation loop when child == loop.Collection && loop.Body.Syntax.ToString().Contains("AppendChar"):
                _places.Add(new Place(PlaceKind.Stated, "AppendChar", NameKind.Password));
                return false;
            default:
                return parent.Kind == OperationKind.None; // collection expressions, in older compilers
        }
    }

    private void Add(string name, PlaceKind kind = PlaceKind.Named)
    {
        if (name.Length > 0)
        {
            _places.Add(new Place(kind, name));
        }
    }

    private void Hold(ISymbol symbol)
    {
        Add(symbol.Name);
        _holders.Add(symbol);
    }

    /// <summary>What is assigned: a variable, a member, an entry.</summary>
    private void AddTarget(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Hold(local.Local);
                break;
            case IFieldReferenceOperation field:
                Hold(field.Field);
                break;
            case IPropertyReferenceOperation { Arguments.Length: > 0 } entry:
                AddKey(entry.Arguments[0].Value);
                Add(OperandName.Of(entry.Instance));
                if (target.Parent is IAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation { Parent: { } outer } creation } })
                {
                    ReadOutward(creation, outer); // new() { ["…"] = … }
                }

                break;
            case IPropertyReferenceOperation property:
                Add(property.Property.Name);
                AddStated(SinkTable.OfMember(property.Property));
                break;
            default:
                Add(OperandName.Of(target));
                break;
        }
    }

    private void AddKey(IOperation key)
    {
        if (_constants.Read(key) is { Length: > 0 and < 200 } name)
        {
            Add(name, PlaceKind.Keyed);
        }
    }

    private void AddStated(NameKind kind, string name = "")
    {
        if (kind != NameKind.None)
        {
            _places.Add(new Place(PlaceKind.Stated, name, kind));
        }
    }

    /// <summary>Reads the call that takes the value; whether the value goes on from there.</summary>
    private bool AddArgument(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter)
        {
            AddKey(argument.Value);
            return false;
        }

        if (Carriers.Contains(argument.Parent is IObjectCreationOperation { Type.Name: { } made } ? made : argument.Parent is IInvocationOperation { TargetMethod.Name: { } called } ? called : ""))
        {
            return true;
        }

        Call = argument.Parent;
        if (argument.Parent is IInvocationOperation { Arguments.Length: 2, TargetMethod.Name: "Equals" or "FixedTimeEquals" or "SequenceEqual" or "Compare" or "CompareOrdinal" } comparison)
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
        AddStated(SinkTable.OfParameter(parameter), parameter.Name);
        AddPartner(argument);
        AddTheory(argument);
        AddColumn(argument);
        AddCollection(argument);
        if (argument.Parent is IObjectCreationOperation { Type: { } type } && PairNames.IsValue(parameter.Name))
        {
            Add(type.Name); // new ApiKey("…")
        }

        if (ArgumentsOf(argument.Parent).Any(other => other.Value.Syntax.ToString().EndsWith("AppendChar", StringComparison.Ordinal)))
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

    /// <summary>An element that is added where a collection is made has the collection's name too.</summary>
    private void AddCollection(IArgumentOperation argument)
    {
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
            AddKey(arguments[at - 1].Value);
        }
    }

    /// <summary>A row of test data stands for the parameters of the test.</summary>
    private void AddTheory(IArgumentOperation argument)
    {
        if (argument.Parameter is { IsParams: true } or { Name: "value" } && _value!.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.AttributeSyntax>() is { Parent.Parent: { } owner } attribute
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

    private void AddFallback(IOperation child, IOperation value, IOperation whenNull)
    {
        if (child == whenNull && OperandName.KeyOf(value, _constants) is { Length: > 0 } name)
        {
            Add(name, PlaceKind.Fallback);
        }
    }

    private void AddArm(ISwitchExpressionArmOperation arm, ISwitchExpressionOperation choice)
    {
        foreach (ISwitchExpressionArmOperation other in choice.Arms)
        {
            Add(other == arm ? "" : OperandName.OfReference(other.Value));
        }

        foreach (IOperation pattern in arm.Pattern.DescendantsAndSelf().OfType<IConstantPatternOperation>())
        {
            AddKey(((IConstantPatternOperation)pattern).Value);
        }
    }

    /// <summary>What a member or a lambda returns has its name; a lambda's goes where the lambda goes.</summary>
    private bool AddReturn(IOperation returned)
    {
        switch (model.GetEnclosingSymbol(returned.Syntax.SpanStart))
        {
            case IMethodSymbol { AssociatedSymbol: IPropertySymbol property }:
                Hold(property);
                return false;
            case IPropertySymbol property:
                Hold(property);
                return false;
            case IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }:
                for (IOperation? outer = returned.Parent; outer is not null; outer = outer.Parent)
                {
                    if (outer is IAnonymousFunctionOperation { Parent: { } user } function)
                    {
                        int before = _places.Count;
                        ReadOutward(function, user);
                        for (int i = before; i < _places.Count; i++)
                        {
                            _places[i] = _places[i] with { Name = WithoutRole(_places[i].Name) };
                        }

                        return false;
                    }
                }

                return false;
            case IMethodSymbol method:
                Add(WithoutVerb(method.Name));
                _holders.Add(method);
                return false;
            default:
                return false;
        }
    }

    /// <summary>What a function that provides a value is called after it: <c>passwordProvider</c>.</summary>
    private static string WithoutRole(string name)
    {
        foreach (string role in (string[])["Provider", "Factory", "Getter", "Accessor", "Func", "Callback", "Selector"])
        {
            if (name.Length > role.Length && name.EndsWith(role, StringComparison.Ordinal))
            {
                return name.Substring(0, name.Length - role.Length);
            }
        }

        return name;
    }

    private void ReadOutward(IOperation child, IOperation parent)
    {
        for (int i = 0; i < Farthest && ReadParent(child, parent) && parent.Parent is { } next; i++)
        {
            (child, parent) = (parent, next);
        }
    }

    private static string WithoutVerb(string name)
    {
        foreach (string verb in (string[])["Get", "Load", "Read", "Fetch", "Create", "Make", "Build", "Resolve", "Provide"])
        {
            if (name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal) && char.IsUpper(name[verb.Length]))
            {
                return name.Substring(verb.Length);
            }
        }

        return name;
    }

    private void AddElement(ITupleOperation tuple, IOperation child)
    {
        int at = tuple.Elements.IndexOf(child);
        if (tuple.NaturalType is INamedTypeSymbol { IsTupleType: true } natural && at < natural.TupleElements.Length && natural.TupleElements[at].IsExplicitlyNamedTupleElement)
        {
            Add(natural.TupleElements[at].Name);
            return;
        }

        IOperation outer = tuple;
        while (outer.Parent is IConversionOperation conversion)
        {
            outer = conversion;
        }

        if (outer.Type is INamedTypeSymbol { IsTupleType: true } target && at < target.TupleElements.Length && target.TupleElements[at].IsExplicitlyNamedTupleElement)
        {
            Add(target.TupleElements[at].Name);
        }
        else if (outer.Parent is IDeconstructionAssignmentOperation { Target: { } targets })
        {
            ITupleOperation? names = targets as ITupleOperation ?? (targets as IDeclarationExpressionOperation)?.Expression as ITupleOperation;
            if (names is not null && at < names.Elements.Length)
            {
                AddTarget(names.Elements[at] is IDeclarationExpressionOperation declared ? declared.Expression : names.Elements[at]);
            }
        }
    }

    private void AddCompared(IOperation other) => Add(OperandName.Of(other), PlaceKind.Compared);

    /// <summary><c>"…".Equals(password)</c>.</summary>
    private void AddReceiver(IInvocationOperation call)
    {
        if (call.TargetMethod.Name == "Equals" && call.Arguments.Length > 0)
        {
            AddCompared(call.Arguments[0].Value);
        }
    }
}
