using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecretGuard.Detection.Names;

namespace SecretGuard.CSharp.Places;

/// <summary>What somebody's code types into a form: <c>driver.FindElement(By.Name("password")).SendKeys("…")</c>, <c>page.FillAsync("#password", "…")</c>.</summary>
internal static class FormFields
{
    private const int Farthest = 6;

    private static readonly HashSet<string> Typing = new(StringComparer.Ordinal)
    {
        "EnterText", "Fill", "FillAsync", "InputText", "PressSequentiallyAsync", "SendKeys", "SetText", "SetValue", "Type", "TypeAsync", "TypeText", "TypeTextAsync",
    };

    /// <summary>What the field is called that takes the argument; empty where none does, or its name does not say that it takes a secret.</summary>
    public static string NameOf(IArgumentOperation argument)
    {
        if (argument.Parent is not IInvocationOperation call || !Typing.Contains(call.TargetMethod.Name))
        {
            return "";
        }

        IEnumerable<string> selectors = call.Arguments.TakeWhile(other => other != argument).Select(other => Selector(other.Value)).Concat([Selector(call.Instance)]);
        return selectors.SelectMany(selector => selector.Split(' ', '#', '.', '[', ']', '=', '\'', '"', '(', ')', '/', '@')).FirstOrDefault(IsSecret) ?? "";
    }

    /// <summary>The constant that finds the field, or the variable that holds it.</summary>
    private static string Selector(IOperation? field)
    {
        for (int i = 0; i < Farthest; i++)
        {
            switch (field)
            {
                case { ConstantValue: { HasValue: true, Value: string constant } }:
                    return constant;
                case IInvocationOperation { Arguments: { Length: > 0 } arguments }:
                    field = arguments[0].Value;
                    break;
                case IInvocationOperation call:
                    field = call.Instance;
                    break;
                case IConversionOperation conversion:
                    field = conversion.Operand;
                    break;
                default:
                    return OperandName.WithoutControl(OperandName.OfReference(field));
            }
        }

        return "";
    }

    private static bool IsSecret(string word) => word.Length > 0 && NameJudge.IsSecret(NameJudge.Judge(Encoding.UTF8.GetBytes(word)));
}
