using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.CSharp.Constants;
using SecretGuard.CSharp.Sinks;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Places;

/// <summary>What the code around an expression says about its value: the names that it gets, the places that it reaches.</summary>
internal sealed partial class PlaceReader(SemanticModel model, SinkTable sinks)
{
    private const int Farthest = 24;
    private const int LongestName = 200;

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
                AddCharacter(entry.Parent);
                return false;
            case IArrayElementReferenceOperation element when child == element.ArrayReference:
                AddCharacter(element.Parent);
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
                return parent.Kind == OperationKind.None || parent.Syntax is SpreadElementSyntax || (parent.Syntax is CollectionExpressionSyntax && child.Syntax is SpreadElementSyntax); // what this compiler has no operation for
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
        Add(WithoutOrder(symbol.Name));
        AddStated(SinkTable.OfAttributes(symbol), symbol.Name);
        AddStated(sinks.OfMember(symbol), symbol.Name);
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
                AddKey(entry.Arguments[0].Value, entry.Instance is IPropertyReferenceOperation { Property.Name: "Environment" or "EnvironmentVariables" });
                AddStated(IsPasswordOfConnection(entry) ? NameKind.Password : NameKind.None);
                Add(OperandName.Of(entry.Instance));
                Add(WithoutOrder(OperandName.Of(entry.Instance)));
                if (target.Parent is IAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation { Parent: { } outer } creation } })
                {
                    ReadOutward(creation, outer); // new() { ["…"] = … }
                }

                break;
            case IPropertyReferenceOperation { Property.Name: "Value", Instance: IPropertyReferenceOperation { Arguments.Length: > 0 } entry }:
                AddTarget(entry); // Properties["unicodePwd"].Value = …
                break;
            case IPropertyReferenceOperation property:
                Add(property.Property.Name);
                AddStated(sinks.OfMember(property.Property), property.Property.Name);
                break;
            default:
                Add(OperandName.Of(target));
                break;
        }
    }

    /// <summary><c>builder["Pwd"] = …</c>, where the name alone may be that of a folder.</summary>
    private bool IsPasswordOfConnection(IPropertyReferenceOperation entry) =>
        entry.Instance?.Type?.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) == true && _constants.Read(entry.Arguments[0].Value) is { } key
        && key.Replace(" ", "").ToUpperInvariant() is "PWD" or "PASSWORD";

    /// <summary>The key under which the value is stored. A variable of the environment holds what a verb in its name is about: <c>APP_UPDATE_PASSWORD</c>.</summary>
    private void AddKey(IOperation key, bool isVariable = false)
    {
        string? name = key is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } header } ? header.Name : _constants.Read(key); // HttpRequestHeader.Cookie
        if (name is { Length: > 0 and < LongestName })
        {
            Add(name, PlaceKind.Keyed);
            string[] words = isVariable ? name.Split('_') : [];
            Add(words.Length > 1 && words[words.Length - 2] is "CHANGE" or "CONFIRM" or "RESET" or "UPDATE" or "VERIFY" ? words[words.Length - 1] : "", PlaceKind.Keyed);
        }
    }

    private void AddStated(NameKind kind, string name = "")
    {
        if (kind != NameKind.None)
        {
            _places.Add(new Place(PlaceKind.Stated, name, kind));
        }
    }
}
