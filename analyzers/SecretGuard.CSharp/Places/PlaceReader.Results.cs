using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Places;

/// <content>A value that is chosen, returned, compared, or one of several.</content>
internal sealed partial class PlaceReader
{
    private const int MostSiblings = 8;

    private void AddFallback(IOperation child, IOperation value, IOperation whenNull)
    {
        if (child == whenNull && OperandName.KeyOf(value, _constants) is { Length: > 0 } name)
        {
            Add(name, PlaceKind.Fallback);
        }
    }

    private void AddArm(ISwitchExpressionArmOperation arm, ISwitchExpressionOperation choice)
    {
        foreach (ISwitchExpressionArmOperation other in choice.Arms.Take(MostSiblings)) // the first tell what the rest is
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
                            _places[i] = _places[i] with { Name = WithoutVerb(WithoutRole(_places[i].Name)) };
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
        foreach (string verb in (string[])["Get", "Load", "Read", "Fetch", "Create", "Make", "Build", "Resolve", "Provide", "Is", "Check", "Verify", "Validate", "Matches"])
        {
            if (name.Length > verb.Length && name.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && char.IsUpper(name[verb.Length]))
            {
                return name.Substring(verb.Length);
            }
        }

        return name;
    }

    /// <summary>What a map holds, without what it is ordered by: <c>passwordsByUser</c>. Empty where the name says no order.</summary>
    private static string WithoutOrder(string name)
    {
        int at = name.IndexOf("By", StringComparison.Ordinal);
        return at > 0 && at + 2 < name.Length && char.IsLower(name[at - 1]) && char.IsUpper(name[at + 2]) ? name.Substring(0, at).TrimEnd('s') : "";
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
        while (!AddElementOf(outer.Type, at) && Follows(outer.Parent))
        {
            outer = outer.Parent!;
        }

        if (outer.Parent is IDeconstructionAssignmentOperation { Target: { } targets })
        {
            ITupleOperation? names = targets as ITupleOperation ?? (targets as IDeclarationExpressionOperation)?.Expression as ITupleOperation;
            if (names is not null && at < names.Elements.Length)
            {
                AddTarget(names.Elements[at] is IDeclarationExpressionOperation declared ? declared.Expression : names.Elements[at]);
            }
        }
        else if (outer.Parent is IReturnOperation && model.GetEnclosingSymbol(outer.Syntax.SpanStart) is { } member)
        {
            ITypeSymbol? returned = (member as IMethodSymbol)?.ReturnType ?? (member as IPropertySymbol)?.Type;
            _ = AddElementOf(returned, at) || AddElementOf((returned as INamedTypeSymbol)?.TypeArguments.FirstOrDefault(), at); // a task of it
        }
    }

    private bool AddElementOf(ITypeSymbol? type, int at)
    {
        if (type is not INamedTypeSymbol { IsTupleType: true } tuple || at >= tuple.TupleElements.Length || !tuple.TupleElements[at].IsExplicitlyNamedTupleElement)
        {
            return false;
        }

        Add(tuple.TupleElements[at].Name);
        return true;
    }

    /// <summary>Whether the outer operation has the value of the inner one: a choice of several, what a carrier hands on.</summary>
    private static bool Follows(IOperation? outer) => outer switch
    {
        IConversionOperation or IParenthesizedOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation or IConditionalOperation => true,
        IArgumentOperation { Parent: IInvocationOperation call } => Carriers.Contains(call.TargetMethod.Name),
        IInvocationOperation call => Carriers.Contains(call.TargetMethod.Name),
        _ => false,
    };

    /// <summary>What it is compared with, and what that is to find out: <c>bool IsMasterPassword => text == "…"</c>.</summary>
    private void AddCompared(IOperation other)
    {
        Add(OperandName.Of(other), PlaceKind.Compared);
        if (model.GetEnclosingSymbol(_value!.SpanStart) is IMethodSymbol { ReturnType.SpecialType: SpecialType.System_Boolean, MethodKind: not MethodKind.AnonymousFunction } member)
        {
            Add(Asked(member.AssociatedSymbol?.Name ?? member.Name), PlaceKind.Compared);
        }
    }

    /// <summary>What a member answers: <c>IsPassword</c>, <c>PasswordMatches</c>. One of another verb may compare anything: <c>SaysPassword</c>, <c>NeedsToken</c>.</summary>
    private static string Asked(string member)
    {
        string asked = WithoutVerb(member);
        int second = 1;
        while (second < member.Length && !char.IsUpper(member[second]))
        {
            second++;
        }

        return asked.Length < member.Length || NameJudge.SaysSecret(Encoding.UTF8.GetBytes(member.Substring(0, second))) ? asked : "";
    }

    /// <summary>What is done with one character or byte of it: it is added to a password, or encrypts.</summary>
    private void AddCharacter(IOperation? user)
    {
        while (user is IConversionOperation)
        {
            user = user.Parent;
        }

        switch (user)
        {
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "AppendChar" } }:
                AddStated(NameKind.Password, "AppendChar");
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ExclusiveOr }:
                AddStated(NameKind.CryptoKey, "^");
                break;
        }
    }

    /// <summary><c>"…".Equals(password)</c>.</summary>
    private void AddReceiver(IInvocationOperation call)
    {
        if (call.TargetMethod.Name == "Equals" && call.Arguments.Length > 0)
        {
            AddCompared(call.Arguments[0].Value);
        }
    }
}
