using System.Collections.Immutable;
using Drever.Functions;
using Drever.Kql.Binding;
using Drever.Kql.Symbols;

namespace Drever.Translation.Discovery;

/// <summary>
/// The query that says which columns an open step has: of a bag <c>mv-expand bagexpansion=array p = bag | distinct tostring(p[0]), gettype(p[1])</c>, of a
/// column to pivot by <c>distinct tostring(c)</c>. It is bounded: one row more than there may be shows that there are too many.
/// </summary>
internal sealed class DiscoveryQuery(FunctionLibrary functions)
{
    /// <summary>The most columns that data can give a step. A result can't be read by people beyond that, and each is an expression of the SQL.</summary>
    public const int MaxColumns = 1_000;

    /// <summary>A key comes once for each type of its values: null, bool, long, double, string, array, dictionary.</summary>
    private const int TypesOfKey = 7;

    public BoundRelation Of(BoundOpenStep step) => step.Kind == OpenStepKind.BagKeys ? BagKeys(step) : Values(step);

    private BoundTake BagKeys(BoundOpenStep step)
    {
        var pair = new ColumnSymbol("pair", KqlType.Dynamic);
        var isBag = Operator("==", Call("gettype", step.Value), Text("dictionary"));
        var expanded = new BoundMvExpand(new BoundFilter(step.Input, isBag), [new ExpandItem(pair, step.Value)], [pair]) { BagsAsArrays = true };
        return Distinct(expanded, Call("tostring", Part(pair, 0)), Call("gettype", Part(pair, 1)), MaxColumns * TypesOfKey);
    }

    private BoundTake Values(BoundOpenStep step) => Distinct(step.Input, Call("tostring", step.Value), Text(""), MaxColumns);

    private static BoundTake Distinct(BoundRelation input, BoundExpression name, BoundExpression type, long most)
    {
        ColumnDefinition[] keys = [new(new ColumnSymbol("name", KqlType.String), name), new(new ColumnSymbol("type", KqlType.String), type)];
        ImmutableArray<ColumnSymbol> columns = [.. keys.Select(k => k.Column)];
        return new BoundTake(new BoundSummarize(input, [.. keys], [], columns), new BoundLiteral(most + 1, KqlType.Long));
    }

    private static BoundElement Part(ColumnSymbol pair, long index) => new(new BoundColumn(pair), new BoundLiteral(index, KqlType.Long));

    private static BoundLiteral Text(string text) => new(text, KqlType.String);

    private BoundCall Call(string name, BoundExpression argument)
    {
        var function = functions.FindFunction(name) ?? throw new InvalidOperationException($"{name}() is not in the library");
        return new BoundCall(function, function.Signatures[0], [argument], KqlType.String);
    }

    private BoundCall Operator(string text, BoundExpression left, BoundExpression right)
    {
        var function = functions.FindOperator(text) ?? throw new InvalidOperationException($"'{text}' is not in the library");
        return new BoundCall(function, function.Signatures[0], [left, right], KqlType.Bool);
    }
}
