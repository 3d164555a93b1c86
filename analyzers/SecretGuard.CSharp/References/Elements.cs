using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecretGuard.CSharp.References;

/// <summary>The elements of a list that is written out.</summary>
internal static class Elements
{
    /// <summary>Of <c>new List&lt;string&gt; { … }</c>, an array or a collection expression; of older compilers too, which give that no operation of its own.</summary>
    public static IEnumerable<IOperation> Of(IOperation list) => list switch
    {
        IConversionOperation conversion => Of(conversion.Operand),
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        IObjectCreationOperation { Initializer: { } items } => items.Initializers.OfType<IInvocationOperation>().SelectMany(add => add.Arguments).Select(argument => argument.Value),
        IObjectOrCollectionInitializerOperation items => items.Initializers.OfType<IInvocationOperation>().SelectMany(add => add.Arguments).Select(argument => argument.Value),
        _ => list.ChildOperations,
    };
}
